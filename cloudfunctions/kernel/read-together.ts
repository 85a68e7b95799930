import { AsyncLocalStorage } from 'node:async_hooks';
import { command, db, type Stages } from './cloud';
import type { CollectionName } from './collections';

/** A question to one collection: a page of it, in an order, perhaps some fields only. */
export interface ReadMany {
  where: object;
  /** Always explicit: the cloud truncates silently. */
  limit: number;
  orderBy?: [field: string, order: 'asc' | 'desc'][];
  fields?: string[];
}

interface Asked {
  collection: CollectionName;
  options: ReadMany;
  answer(documents: unknown[]): void;
  fail(error: unknown): void;
}

/** A document that is certainly there: questions hang on it like joins. */
export interface Hook {
  collection: CollectionName;
  id: string;
}

/** What waits to be asked, by event. */
const events = new AsyncLocalStorage<{ hook: Hook; waiting: Asked[] }>();

/** No more in one answer than one query may give, whole documents: it stays far from 16 MB. */
const MOST_TOGETHER = 1000;
/** Of a document of which some fields are asked. */
const WEIGHT_OF_FIELDS = 0.1;
const weightOf = ({ limit, fields }: ReadMany): number =>
  fields ? limit * WEIGHT_OF_FIELDS : limit;

/**
 * Within this, questions of one moment go to the database as one request: the cloud bills each
 * request, whatever it asks. A screen of seven cards that asks fifteen collections costs one. The
 * questions hang as joins on a document that exists, so nothing is kept and nothing is older than
 * it would be if each was asked by itself.
 */
export const readingTogether = <T>(hook: Hook, body: () => Promise<T>): Promise<T> =>
  events.run({ hook, waiting: [] }, body);

/** Ask, with the others of this moment where there are others. */
export function ask<T>(collection: CollectionName, options: ReadMany): Promise<T[]> {
  const event = events.getStore();
  if (!event) return askAlone<T>(collection, options);
  return new Promise<T[]>((resolve, reject) => {
    if (event.waiting.length === 0) setImmediate(askWaiting, event);
    const answer = (documents: unknown[]) => resolve(documents as T[]);
    event.waiting.push({ collection, options, answer, fail: reject });
  });
}

async function askAlone<T>(collection: CollectionName, options: ReadMany): Promise<T[]> {
  const { where, limit, orderBy = [], fields } = options;
  let query = db.collection(collection).where(where);
  for (const [field, order] of orderBy) query = query.orderBy(field, order);
  if (fields) query = query.field(projectionOf(fields));
  const { data } = await query.limit(limit).get();
  return data as T[];
}

function askWaiting(event: { hook: Hook; waiting: Asked[] }): void {
  const { waiting, hook } = event;
  event.waiting = [];
  let together: Asked[] = [];
  let weight = 0;
  const send = () => void answerAll(hook, together);
  for (const one of waiting) {
    if (weight + weightOf(one.options) > MOST_TOGETHER && together.length > 0) {
      send();
      together = [];
      weight = 0;
    }
    together.push(one);
    weight += weightOf(one.options);
  }
  send();
}

/** @returns only when each has its answer or its error */
async function answerAll(hook: Hook, asked: readonly Asked[]): Promise<void> {
  const found = asked.length > 1 ? await findTogether(hook, asked) : null;
  await Promise.all(
    asked.map(async ({ collection, options, answer, fail }, n) => {
      try {
        answer(found ? (found[nameOf(n)] ?? []) : await askAlone(collection, options));
      } catch (error) {
        fail(error);
      }
    }),
  );
}

type Answers = Record<string, unknown[]>;
const nameOf = (n: number): string => `answer${n}`;

/** @returns null where they have to be asked one by one: the document they hang on is gone */
async function findTogether(
  { collection, id }: Hook,
  asked: readonly Asked[],
): Promise<Answers | null> {
  let query = db.collection(collection).aggregate().match({ _id: id }).limit(1);
  query = query.project({ _id: true });
  for (const [n, { collection: from, options }] of asked.entries()) {
    query = query.lookup({ from, pipeline: stagesOf(options), as: nameOf(n) });
  }
  try {
    const [first] = (await query.end()).list as Answers[];
    return first ?? null;
  } catch (error) {
    // Too large an answer together may be small enough for each: then it only costs more.
    console.error(JSON.stringify({ readTogether: asked.length, error: String(error) }));
    return null;
  }
}

function stagesOf({ where, orderBy = [], limit, fields }: ReadMany): Stages {
  let pipeline = command.aggregate.pipeline().match(where);
  if (orderBy.length > 0) {
    const order = orderBy.map(([field, way]) => [field, way === 'asc' ? 1 : -1] as const);
    pipeline = pipeline.sort(Object.fromEntries(order));
  }
  pipeline = pipeline.limit(limit);
  if (fields) pipeline = pipeline.project(projectionOf(fields));
  return pipeline.done();
}

const projectionOf = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, true]));
