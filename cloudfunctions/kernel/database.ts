import type { ScopeFilter, SubjectField } from '../../domain/access/scopes';
import type { Stored } from '../../domain/schema';
import { type Condition, command, db, type Query } from './cloud';
import type { CollectionName } from './collections';

/** One document, or null. One database request. */
export async function readOne<T>(collection: CollectionName, id: string): Promise<T | null> {
  const { data } = await db.collection(collection).doc(id).get();
  return (data as T | null | undefined) ?? null;
}

export interface ReadMany {
  where: object;
  /** Always explicit: the cloud truncates silently. */
  limit: number;
  orderBy?: [field: string, order: 'asc' | 'desc'][];
  fields?: string[];
}

/** Many documents in one database request; `where` must begin with `schoolId`. */
export async function readMany<T>(collection: CollectionName, options: ReadMany): Promise<T[]> {
  let query: Query = db.collection(collection).where(options.where);
  for (const [field, order] of options.orderBy ?? []) query = query.orderBy(field, order);
  if (options.fields) {
    query = query.field(Object.fromEntries(options.fields.map((field) => [field, true])));
  }
  const { data } = await query.limit(options.limit).get();
  return data as T[];
}

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

/** Store a whole document outside a transaction. One database request. */
export async function writeOne<T extends { _id: string }>(
  collection: CollectionName,
  { _id, ...data }: T,
): Promise<void> {
  await db.collection(collection).doc(_id).set({ data });
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
