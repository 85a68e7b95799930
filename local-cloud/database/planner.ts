/** Chooses how to fetch the documents that a query may match: by which index, which keys, which order. */
import { type Condition, type Conditions, conditionsOf, narrowedBy, type Span } from './bounds';
import { encodeValue, type IndexKey, invert, successor } from './key';
import type { Doc } from './semantics/value';
import type { KeyRange } from './store';

export interface PlannedIndex {
  id: number;
  name: string;
  isUnique: boolean;
  keys: readonly IndexKey[];
  /** Bit i is set when some document has an array at the i-th key. */
  multikey: number;
}

export type Order = Record<string, 1 | -1>;

/** Some ranges of one index. Without ranges: the whole index, for its order. */
export interface Branch {
  index: PlannedIndex;
  ranges: KeyRange[];
  isBounded: boolean;
  isReverse: boolean;
  /** The documents come in the requested order. */
  isOrdered: boolean;
  /** Exactly the documents of the ranges match: the matcher has nothing to do. */
  isCovered: boolean;
  /** An array may bring the same document more than once. */
  mayRepeat: boolean;
}

/** No branch: the whole collection. Several branches: the union of their documents. */
export interface Plan {
  branches: Branch[];
  isOrdered: boolean;
  isCovered: boolean;
}

/** Beyond so many ranges it is cheaper to read on than to jump. */
const MAX_RANGES = 1000;

const isMultikey = (index: PlannedIndex, at: number): boolean => (index.multikey & (1 << at)) !== 0;

/** The first byte strings of a descending component mirror those of the ascending one. */
function directed(span: Span, direction: IndexKey['direction']): Span {
  if (direction !== -1) return span;
  return { from: successor(invert(span.to)), to: successor(invert(span.from)) };
}

const larger = (a: Buffer, b: Buffer): Buffer => (Buffer.compare(a, b) >= 0 ? a : b);
const smaller = (a: Buffer, b: Buffer): Buffer => (Buffer.compare(a, b) <= 0 ? a : b);

/** The demand on one key of an index, and how many of the query's conditions it stands for exactly. */
interface Demand {
  points?: Buffer[];
  span: Span;
  exactlyUsed: number;
}

const EMPTY_ARRAY = encodeValue(undefined);

/** Without arrays all conditions on a path speak of one value, so that their ranges intersect. */
function demandWithoutArrays(conditions: Condition[]): Demand | undefined {
  const listed = conditions.find(({ points }) => points);
  if (listed) {
    const points = listed.points?.filter((point) => !point.equals(EMPTY_ARRAY));
    return { points, span: listed.span, exactlyUsed: listed.isExactWithoutArrays ? 1 : 0 };
  }
  const [first, ...others] = conditions;
  return (
    first && {
      span: others.reduce(
        (all, { span }) => ({ from: larger(all.from, span.from), to: smaller(all.to, span.to) }),
        first.span,
      ),
      exactlyUsed: conditions.filter(({ isExact }) => isExact).length,
    }
  );
}

/** With arrays different elements may satisfy different conditions: only one can bound the keys. */
function demandWithArrays(conditions: Condition[]): Demand | undefined {
  const used = conditions.find(({ points }) => points) ?? conditions[0];
  return used && { points: used.points, span: used.span, exactlyUsed: used.isExact ? 1 : 0 };
}

/** Whether the keys from `at` on run in the requested order, forward (1), backward (-1) or not (0). */
function runsAs(index: PlannedIndex, at: number, order: [string, 1 | -1][]): 1 | -1 | 0 {
  let run: 1 | -1 | 0 = 0;
  for (const [offset, [path, direction]] of order.entries()) {
    const key = index.keys[at + offset];
    if (!key || key.path !== path || isMultikey(index, at + offset)) return 0;
    const same = key.direction === direction ? 1 : -1;
    if (run !== 0 && run !== same) return 0;
    run = same;
  }
  return run || 1;
}

function demandAt(index: PlannedIndex, at: number, conditions: Conditions): Demand | undefined {
  const list = conditions.byPath.get(index.keys[at]?.path ?? '') ?? [];
  return isMultikey(index, at) ? demandWithArrays(list) : demandWithoutArrays(list);
}

/** What the leading keys with listed values come to. */
interface Lead {
  /** The beginnings of all keys that pass. */
  prefixes: Buffer[];
  /** How many keys of the index it spans. */
  length: number;
  exactlyUsed: number;
  /** The paths on which every document that passes has the same value. */
  fixed: Set<string>;
  mayRepeat: boolean;
}

function leadOf(index: PlannedIndex, conditions: Conditions): Lead {
  const fixed = new Set<string>();
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let exactlyUsed = 0;
  let mayRepeat = false;
  for (const [at, { path, direction }] of index.keys.entries()) {
    const demand = demandAt(index, at, conditions);
    const points = demand?.points;
    if (!points || (at > 0 && prefixes.length * points.length > MAX_RANGES)) {
      return { prefixes, length: at, exactlyUsed, fixed, mayRepeat };
    }
    prefixes = prefixes.flatMap((prefix) =>
      points.map((point) => Buffer.concat([prefix, direction === -1 ? invert(point) : point])),
    );
    exactlyUsed += demand.exactlyUsed;
    if (points.length > 1) mayRepeat ||= isMultikey(index, at);
    else if (!isMultikey(index, at)) fixed.add(path);
  }
  return { prefixes, length: index.keys.length, exactlyUsed, fixed, mayRepeat };
}

function branchOf(index: PlannedIndex, conditions: Conditions, order: Order): Branch {
  const lead = leadOf(index, conditions);
  const demand = demandAt(index, lead.length, conditions);
  const range = demand?.points ? undefined : demand;
  const span = range && directed(range.span, index.keys[lead.length]?.direction ?? 1);
  const ranges = lead.prefixes.map((prefix) => ({
    low: span ? Buffer.concat([prefix, span.from]) : prefix,
    high: span ? Buffer.concat([prefix, span.to]) : successor(prefix),
  }));
  ranges.sort((a, b) => Buffer.compare(a.low, b.low));

  const wanted = Object.entries(order).filter(([path]) => !lead.fixed.has(path));
  const run = wanted.length > 0 && ranges.length > 1 ? 0 : runsAs(index, lead.length, wanted);
  const total = [...conditions.byPath.values()].reduce((sum, list) => sum + list.length, 0);
  const used = lead.exactlyUsed + (range?.exactlyUsed ?? 0);
  return {
    index,
    ranges,
    isBounded: lead.length > 0 || range !== undefined,
    isReverse: run === -1,
    isOrdered: run !== 0,
    isCovered: conditions.isComplete && used === total,
    // An array at a key that no value fixes may bring one document several times.
    mayRepeat: lead.mayRepeat || index.multikey >> lead.length !== 0,
  };
}

/** Equalities narrow most, then a range, then an order that saves the sorting. */
function worth(branch: Branch, order: Order, conditions: Conditions): number {
  if (!branch.isBounded) return branch.isOrdered && Object.keys(order).length > 0 ? 1 : 0;
  const demands = branch.index.keys.map(({ path }) => conditions.byPath.get(path) ?? []);
  const firstLoose = demands.findIndex((list) => !list.some(({ points }) => points));
  const equalities = firstLoose === -1 ? demands.length : firstLoose;
  const hasRange = firstLoose !== -1 && (demands[firstLoose]?.length ?? 0) > 0;
  const isOneDocument = branch.index.isUnique && firstLoose === -1;
  const savesSorting = branch.isOrdered && Object.keys(order).length > 0;
  return equalities * 4 + (hasRange ? 3 : 0) + (savesSorting ? 2 : 0) + (isOneDocument ? 1000 : 0);
}

interface Choice {
  branches: Branch[];
  worth: number;
}

function bestBranch(
  conditions: Conditions,
  order: Order,
  indexes: readonly PlannedIndex[],
): Choice {
  let best: Choice = { branches: [], worth: 0 };
  for (const index of indexes) {
    if (index.keys.some(({ direction }) => direction === '2dsphere')) continue;
    const branch = branchOf(index, conditions, order);
    const branchWorth = worth(branch, order, conditions);
    if (branchWorth > best.worth) best = { branches: [branch], worth: branchWorth };
  }
  return best;
}

/** An `$or` as the union of its alternatives, each with the rest of the query; worth as its weakest. */
function bestUnion(conditions: Conditions, indexes: readonly PlannedIndex[]): Choice {
  let best: Choice = { branches: [], worth: 0 };
  for (const alternatives of conditions.alternatives) {
    const parts = alternatives.map((alternative) =>
      bestBranch(narrowedBy(conditions, alternative), {}, indexes),
    );
    const weakest = Math.min(...parts.map((part) => part.worth));
    if (parts.length === 0 || weakest <= best.worth) continue;
    const branches = parts.flatMap((part) => part.branches);
    best = { branches: branches.map((branch) => ({ ...branch, mayRepeat: true })), worth: weakest };
  }
  return best;
}

/** @param order path → 1 or -1, the most significant first; empty when any order will do. */
export function planQuery(query: Doc, order: Order, indexes: readonly PlannedIndex[]): Plan {
  const conditions = conditionsOf(query);
  const isAnyOrder = Object.keys(order).length === 0;
  const single = bestBranch(conditions, order, indexes);
  const union = bestUnion(conditions, indexes);
  if (union.worth > single.worth) {
    return { branches: union.branches, isOrdered: isAnyOrder, isCovered: false };
  }
  const [branch] = single.branches;
  if (branch)
    return { branches: [branch], isOrdered: branch.isOrdered, isCovered: branch.isCovered };
  return { branches: [], isOrdered: isAnyOrder, isCovered: Object.keys(query).length === 0 };
}

/** The index that would have served: equalities first, then the order, then ranges. */
export function lackingIndex(query: Doc, order: Order): string[] {
  const { byPath } = conditionsOf(query);
  const demanded = [...byPath.entries()];
  const equal = demanded.filter(([, list]) => list.some(({ points }) => points));
  const ranged = demanded.filter(([, list]) => !list.some(({ points }) => points));
  const paths = [
    ...equal.map(([path]) => path),
    ...Object.keys(order),
    ...ranged.map(([path]) => path),
  ];
  return [...new Set(paths)];
}
