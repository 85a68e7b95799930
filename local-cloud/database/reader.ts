/** Runs a plan: fetches, matches, sorts and cuts, and says how many documents it looked at. */
import type { Collection } from './catalog';
import { type Branch, lackingIndex, type Order, type Plan, planQuery } from './planner';
import { sorter } from './semantics/compare';
import { parseEjsonDoc } from './semantics/ejson';
import { distanceOrder } from './semantics/geo-match';
import { compileQuery } from './semantics/match';
import type { Doc } from './semantics/value';
import type { Store, StoredDocument } from './store';

/** A fetched document; it is parsed only when somebody looks inside. */
export class Fetched {
  private parsed: Doc | undefined;

  constructor(
    readonly row: number,
    readonly body: string,
  ) {}

  get doc(): Doc {
    this.parsed ??= parseEjsonDoc(this.body);
    return this.parsed;
  }
}

/** What a transaction sees otherwise than the file has it: row → its document, or null for none. */
export type Overlay = ReadonlyMap<number, Fetched | null>;

export interface Question {
  query: Doc;
  order?: Order;
  skip?: number;
  limit?: number;
}

export interface Found {
  rows: Fetched[];
  examined: number;
  /** The fields of the index that was missed, when the search had to go through the collection. */
  lackingIndex?: string[];
}

function* branchRows(store: Store, branch: Branch, enough?: number): Generator<StoredDocument> {
  const { index, isBounded, isReverse } = branch;
  const everything = { low: Buffer.alloc(0), high: Buffer.from([0xff]) };
  for (const range of isBounded ? branch.ranges : [everything]) {
    yield* store.entries(index.id, range, isReverse, enough);
  }
}

/** Every document once, in the order of the branches. `enough` of them, when each one counts. */
function* candidates(
  store: Store,
  collection: Collection,
  branches: readonly Branch[],
  enough?: number,
): Generator<StoredDocument> {
  if (branches.length === 0) {
    yield* store.documents(collection.id);
    return;
  }
  const seen = branches.some(({ mayRepeat }) => mayRepeat) ? new Set<number>() : undefined;
  for (const branch of branches) {
    for (const stored of branchRows(store, branch, seen ? undefined : enough)) {
      if (seen?.has(stored.row)) continue;
      seen?.add(stored.row);
      yield stored;
    }
  }
}

const noOverlay: Overlay = new Map();

/** An index helped when it bounded the search, or when nothing but its order was asked for. */
function missed(plan: Plan, query: Doc, order: Order): { lackingIndex?: string[] } {
  const { branches, isCovered } = plan;
  const hasHelped = branches.length > 0 && branches.every((b) => b.isBounded || isCovered);
  return hasHelped ? {} : { lackingIndex: lackingIndex(query, order) };
}

/** @throws DatabaseError when the query or the order is one that MongoDB refuses. */
export function find(
  store: Store,
  collection: Collection,
  question: Question,
  overlay: Overlay = noOverlay,
): Found {
  const { query, order = {}, skip = 0, limit = Number.POSITIVE_INFINITY } = question;
  const matches = compileQuery(query);
  const isUnordered = Object.keys(order).length === 0;
  const byDistance = isUnordered ? distanceOrder(query) : undefined;
  const byOrder = byDistance ?? sorter(order);
  const plan = planQuery(query, order, collection.indexes);
  const mayStopEarly = plan.isOrdered && !byDistance && overlay.size === 0;
  const enough = mayStopEarly ? skip + limit : Number.POSITIVE_INFINITY;
  const toFetch = plan.isCovered ? enough : undefined;
  const rows: Fetched[] = [];
  let examined = 0;

  if (enough > 0) {
    for (const { row, body } of candidates(store, collection, plan.branches, toFetch)) {
      examined++;
      if (overlay.has(row)) continue;
      const fetched = new Fetched(row, body);
      if (!plan.isCovered && !matches(fetched.doc)) continue;
      if (rows.push(fetched) >= enough) break;
    }
  }
  for (const fetched of overlay.values()) {
    if (!fetched) continue;
    examined++;
    if (matches(fetched.doc)) rows.push(fetched);
  }
  if (!mayStopEarly && (byDistance || !isUnordered)) rows.sort((a, b) => byOrder(a.doc, b.doc));

  return { rows: rows.slice(skip, skip + limit), examined, ...missed(plan, query, order) };
}

/** Counts without fetching when an index answers the whole query. */
export function count(
  store: Store,
  collection: Collection,
  query: Doc,
): { total: number; examined: number; lackingIndex?: string[] } {
  const matches = compileQuery(query);
  const plan = planQuery(query, {}, collection.indexes);
  const [branch] = plan.branches;
  if (plan.isCovered && !branch) return { total: store.count(collection.id), examined: 0 };
  if (plan.isCovered && branch && !branch.mayRepeat) {
    const total = branch.ranges.reduce(
      (sum, range) => sum + store.countEntries(branch.index.id, range),
      0,
    );
    return { total, examined: 0 };
  }
  let total = 0;
  let examined = 0;
  for (const { row, body } of candidates(store, collection, plan.branches)) {
    examined++;
    if (plan.isCovered || matches(new Fetched(row, body).doc)) total++;
  }
  return { total, examined, ...missed(plan, query, {}) };
}
