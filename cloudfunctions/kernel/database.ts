import type { ScopeFilter, SubjectField } from '../../domain/access/scopes';
import type { Stored } from '../../domain/schema';
import { type Condition, command, db } from './cloud';
import type { CollectionName } from './collections';
import { once } from './read-once';
import { ask, type ReadMany } from './read-together';

/** One document, or null. Asked at most once an event; one request with others of the moment. */
export const readOne = <T>(collection: CollectionName, id: string): Promise<T | null> =>
  once(`${collection}/${id}`, async () => {
    const [found] = await ask<T>(collection, { where: { _id: id }, limit: 1 });
    return found ?? null;
  });

/**
 * Many documents; `where` must begin with `schoolId`. One database request, the same one for all
 * that an event asks at the same moment.
 */
export const readMany = <T>(collection: CollectionName, options: ReadMany): Promise<T[]> =>
  ask<T>(collection, options);

/** The same for documents named one by one by `field`; without a name nothing is asked. */
export const readNamed = async <T>(
  collection: CollectionName,
  field: string,
  ids: readonly string[],
  options: ReadMany,
): Promise<T[]> =>
  ids.length === 0
    ? []
    : readMany<T>(collection, { ...options, where: { ...options.where, [field]: oneOf(ids) } });

interface ReadJoined {
  where: object;
  sort: Record<string, 1 | -1>;
  limit: number;
  /** What each document brings along from another collection, by id. */
  lookup: { from: CollectionName; localField: string; foreignField: string; as: string };
}

/** Many documents, each with those it names in another collection, in one database request. */
export async function readJoined<T>(
  collection: CollectionName,
  { where, sort, limit, lookup }: ReadJoined,
): Promise<T[]> {
  const query = db.collection(collection).aggregate();
  const { list } = await query.match(where).sort(sort).limit(limit).lookup(lookup).end();
  return list as T[];
}

/** How many documents match. One database request. */
export async function countMany(collection: CollectionName, where: object): Promise<number> {
  const { total } = await db.collection(collection).where(where).count();
  return total;
}

/** Remove a document for good: only what its time has run out for (domain/retention). */
export async function removeOne(collection: CollectionName, id: string): Promise<void> {
  await db.collection(collection).doc(id).remove();
}

/** The same for many; one database request. */
export async function removeMany(
  collection: CollectionName,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .collection(collection)
    .where({ _id: oneOf(ids) })
    .remove();
}

/** Store a whole document outside a transaction. One database request. */
export async function writeOne<T extends { _id: string }>(
  collection: CollectionName,
  { _id, ...data }: T,
): Promise<void> {
  await db.collection(collection).doc(_id).set({ data });
}

/**
 * Change the fields of every document that matches, outside a transaction; each document changes as
 * a whole or not at all. One database request.
 *
 * @returns how many were changed
 */
export async function updateMany(
  collection: CollectionName,
  where: object,
  changes: object,
): Promise<number> {
  const { stats } = await db.collection(collection).where(where).update({ data: changes });
  return stats.updated;
}

/** The cloud's ceiling for one query, and how many ids one condition names. */
export const MOST = 1000;

/** Named one by one; what does not exist is left out. One database request for each thousand. */
export async function readByIds<T>(
  collection: CollectionName,
  ids: readonly string[],
  fields?: string[],
): Promise<T[]> {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += MOST) {
    const some = ids.slice(from, from + MOST);
    const where = { _id: oneOf(some) };
    found.push(
      ...(await readMany<T>(collection, { where, limit: MOST, ...(fields && { fields }) })),
    );
  }
  return found;
}

/** Everything that matches, page by page in the order of ids: for jobs of the timer. */
export async function readAll<T extends { _id: string }>(
  collection: CollectionName,
  where: object,
  fields?: string[],
): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await readMany<T>(collection, {
      where: last ? { ...where, _id: command.gt(last._id) } : where,
      orderBy: [['_id', 'asc']],
      limit: MOST,
      ...(fields && { fields }),
    });
    all.push(...page);
    if (page.length < MOST) return all;
  }
}

export const oneOf = (values: readonly string[]): Condition => command.in(values);

/**
 * A scope as a condition of a query in one school; null when nothing can match, so that no request
 * is sent. `rename` says under which name a collection keeps an id (classes keep theirs in `_id`).
 */
export function scopeCondition(
  schoolId: string,
  filter: ScopeFilter,
  rename: Partial<Record<SubjectField, string>> = {},
): Condition | null {
  if (filter === 'everything') return { schoolId };
  const [first, ...others] = filter.map(({ field, in: ids }) => ({
    [rename[field] ?? field]: oneOf(ids),
  }));
  if (!first) return null;
  if (others.length === 0) return { schoolId, ...first };
  return command.and([{ schoolId }, command.or([first, ...others])]);
}

/** The stamps of a new document, and of a changed one. */
export const SCHEMA_VERSION = 1;

export interface Writer {
  now: Date;
  member: { _id: string; name: string };
  school: { _id: string };
}

type Stamps = Omit<Stored, '_id'>;

export function newStamps({ now, member, school }: Writer): Stamps {
  return {
    schemaVersion: SCHEMA_VERSION,
    schoolId: school._id,
    createdAt: now,
    createdBy: member._id,
    updatedAt: now,
    updatedBy: member._id,
    updatedByName: member.name,
    rev: 1,
  };
}

export function changedStamps(
  before: Pick<Stored, 'rev'>,
  { now, member }: Writer,
): Pick<Stored, 'updatedAt' | 'updatedBy' | 'updatedByName' | 'rev'> {
  return {
    updatedAt: now,
    updatedBy: member._id,
    updatedByName: member.name,
    rev: before.rev + 1,
  };
}
