/** What the wire actions do to documents, wherever the session reads and writes. */
import type { Catalog, Collection } from './catalog';
import { DatabaseError } from './database-error';
import { refuseOversize, storable } from './document';
import type { Order } from './planner';
import { Fetched, type Found } from './reader';
import { runPipeline, type Stage } from './semantics/aggregate';
import { toEjson } from './semantics/ejson';
import { failure } from './semantics/failure';
import { compileProjection } from './semantics/project';
import { applyUpdate } from './semantics/update';
import { type Doc, equalValues, isDoc, type Value } from './semantics/value';
import type { Session } from './session';

/** Bytes of one reply. */
const MAX_REPLY = 16 * 1024 * 1024;

/** What a search cost; the same collection and query that the scan log names. */
export interface Search {
  collection: string;
  query: Doc;
  examined: number;
  lackingIndex?: string[];
}

const search = (collection: Collection, query: Doc, found: Found): Search => ({
  collection: collection.name,
  query,
  examined: found.examined,
  ...(found.lackingIndex && { lackingIndex: found.lackingIndex }),
});

/** A refused write arrives in the envelope of the cloud's own driver. */
function asWriteError(error: unknown): unknown {
  if (!(error instanceof DatabaseError) || error.code !== 'DATABASE_REQUEST_FAILED') return error;
  return failure(
    `[FailedOperation] multiple write errors: [{write errors: [{${error.message}}]}, {<nil>}]`,
  );
}

function writing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asWriteError(error);
  }
}

function stored(row: number, doc: Doc): Fetched {
  const body = toEjson(doc);
  refuseOversize(doc, body);
  return new Fetched(row, body);
}

/** @returns the ids, in the order of the documents. */
export function insert(
  session: Session,
  catalog: Catalog,
  collection: Collection,
  docs: readonly Doc[],
): Value[] {
  return writing(() =>
    docs.map((given) => {
      const doc = storable(given);
      const row = catalog.newRow(collection);
      session.put({ collection, row, before: null, after: stored(row, doc) });
      return doc._id as Value;
    }),
  );
}

export interface Reading {
  query: Doc;
  order: Order;
  skip: number;
  limit: number;
  projection?: Doc;
}

function refuseLongReply(list: readonly string[]): void {
  const bytes = list.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > MAX_REPLY) {
    throw failure(`the reply of ${bytes} bytes is larger than ${MAX_REPLY}: ask for less at once`);
  }
}

/** @returns the documents as EJSON texts. */
export function read(
  session: Session,
  collection: Collection,
  { projection, ...question }: Reading,
): { list: string[]; search: Search } {
  const found = session.find(collection, question);
  const shorten = projection && compileProjection(projection);
  const list = found.rows.map((row) => (shorten ? toEjson(shorten(row.doc)) : row.body));
  refuseLongReply(list);
  return { list, search: search(collection, question.query, found) };
}

export interface Modification {
  query: Doc;
  /** Update operators, or the whole new document when `isReplacement`. */
  data: Doc;
  isReplacement: boolean;
  isUpsert: boolean;
  isMulti: boolean;
  /** Milliseconds since 1970, UTC. */
  now: number;
}

function replaced(before: Doc, data: Doc): Doc {
  if (data._id !== undefined && !equalValues(data._id, before._id)) {
    throw failure("the (immutable) field '_id' was found to have been altered");
  }
  return storable({ ...data, _id: before._id as Value });
}

/** @returns how many documents changed, and the id of one that had to be added. */
export function modify(
  session: Session,
  catalog: Catalog,
  collection: Collection,
  { query, data, isReplacement, isUpsert, isMulti, now }: Modification,
): { updated: number; upsertedId?: Value; search: Search } {
  const found = session.find(collection, { query, ...(isMulti ? {} : { limit: 1 }) });
  if (found.rows.length === 0 && isUpsert) {
    const [upsertedId] = insert(session, catalog, collection, [
      { _id: query._id as Value, ...data },
    ]);
    return { updated: 0, upsertedId, search: search(collection, query, found) };
  }
  const updated = writing(() =>
    found.rows.reduce((changed, before) => {
      const doc = isReplacement
        ? replaced(before.doc, data)
        : applyUpdate(before.doc, data, { query, nowMs: now });
      const after = stored(before.row, doc);
      // A document that stays as it is is neither written nor counted.
      if (after.body === before.body) return changed;
      session.put({ collection, row: before.row, before, after });
      return changed + 1;
    }, 0),
  );
  return { updated, search: search(collection, query, found) };
}

/** @returns how many documents were removed. */
export function remove(
  session: Session,
  collection: Collection,
  query: Doc,
  isMulti: boolean,
): { deleted: number; search: Search } {
  const found = session.find(collection, { query, ...(isMulti ? {} : { limit: 1 }) });
  for (const before of found.rows) {
    session.put({ collection, row: before.row, before, after: null });
  }
  return { deleted: found.rows.length, search: search(collection, query, found) };
}

/** The leading stages that a search can do itself, with the help of an index. */
function leadingSearch(stages: readonly Stage[]): { question: Reading; rest: Stage[] } {
  const question: Reading = { query: {}, order: {}, skip: 0, limit: Number.POSITIVE_INFINITY };
  let at = 0;
  const take = (key: string): Value | undefined => {
    const stage = stages[at];
    if (stage?.stageKey !== key) return undefined;
    at++;
    return stage.stageValue;
  };
  const match = take('$match');
  if (isDoc(match)) question.query = match;
  const sort = take('$sort');
  if (isDoc(sort)) question.order = sort as Order;
  // Back out of a malformed stage: the pipeline has the right error for it.
  if ((match !== undefined && !isDoc(match)) || (sort !== undefined && !isDoc(sort))) {
    return { question: { ...question, query: {}, order: {} }, rest: [...stages] };
  }
  const limit = stages[at];
  if (limit?.stageKey === '$limit' && Number.isInteger(limit.stageValue)) {
    if ((limit.stageValue as number) > 0) question.limit = limit.stageValue as number;
  }
  return { question, rest: stages.slice(at) };
}

/** @returns the pipeline's results as EJSON texts, and each search that it made. */
export function aggregate(
  session: Session,
  catalog: Catalog,
  collection: Collection,
  stages: readonly Stage[],
  now: number,
): { list: string[]; searches: Search[] } {
  const { question, rest } = leadingSearch(stages);
  const found = session.find(collection, question);
  const searches = [search(collection, question.query, found)];
  const results = runPipeline(
    found.rows.map(({ doc }) => doc),
    rest,
    {
      now,
      find(name, question) {
        // MongoDB joins with a collection that does not exist as with an empty one.
        if (!catalog.has(name)) return [];
        const joined = catalog.get(name);
        const foundThere = session.find(joined, question);
        searches.push(search(joined, question.query, foundThere));
        return foundThere.rows.map(({ doc }) => doc);
      },
    },
  );
  const list = results.map(toEjson);
  refuseLongReply(list);
  return { list, searches };
}
