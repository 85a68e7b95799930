/** The total order that MongoDB gives to values of all types, and the sorting of documents by it. */
import type { Binary, BSONRegExp, Decimal128, ObjectId, Timestamp } from 'bson';
import { failure } from './failure';
import { isMultikeyAt, leavesAt } from './path';
import { type Doc, type Maybe, patternOf, type TypeName, typeOf, type Value } from './value';

/** Types that compare with each other share a rank; across ranks the rank decides. */
const ranks: Readonly<Record<TypeName, number>> = {
  minKey: 0,
  missing: 1,
  null: 2,
  int: 3,
  long: 3,
  double: 3,
  decimal: 3,
  string: 4,
  object: 5,
  array: 6,
  binData: 7,
  objectId: 8,
  bool: 9,
  date: 10,
  timestamp: 11,
  regex: 12,
  maxKey: 13,
};

export const rankOf = (value: Maybe): number => ranks[typeOf(value)];

const order = <T extends number | bigint | string>(a: T, b: T): number =>
  a < b ? -1 : a > b ? 1 : 0;

const plainNumber = (value: number | bigint | Decimal128): number | bigint =>
  typeof value === 'object' ? Number(value.toString()) : value;

/** NaN equals itself and is less than every other number. */
function compareNumbers(left: Value, right: Value): number {
  const a = plainNumber(left as number);
  const b = plainNumber(right as number);
  if (Number.isNaN(a) || Number.isNaN(b)) {
    return Number(!Number.isNaN(a)) - Number(!Number.isNaN(b));
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By UTF-8 bytes. UTF-16 agrees with it except where a surrogate meets a character above U+E000. */
function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left === right) continue;
    if (left >= 0xd800 && right >= 0xd800) {
      return Buffer.compare(Buffer.from(a.slice(at)), Buffer.from(b.slice(at)));
    }
    return left - right;
  }
  return a.length - b.length;
}

function compareArrays(a: Value[], b: Value[]): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = compareValues(a[at], b[at]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Field by field in stored order: first the types of the values, then the names, then the values. */
function compareDocs(a: Doc, b: Doc): number {
  const left = Object.entries(a);
  const right = Object.entries(b);
  for (const [at, [leftName, leftValue]] of left.entries()) {
    const other = right[at];
    if (!other) return 1;
    const difference =
      rankOf(leftValue) - rankOf(other[1]) ||
      compareStrings(leftName, other[0]) ||
      compareValues(leftValue, other[1]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareRegExps(a: BSONRegExp, b: BSONRegExp): number {
  const left = patternOf(a);
  const right = patternOf(b);
  return compareStrings(left.pattern, right.pattern) || compareStrings(left.options, right.options);
}

const compareBinaries = (a: Binary, b: Binary): number =>
  a.length() - b.length() || a.sub_type - b.sub_type || Buffer.compare(a.value(), b.value());

/** Negative, zero or positive, in BSON order; `undefined` (missing) sorts below null. */
export function compareValues(a: Maybe, b: Maybe): number {
  if (a === b) return 0;
  const rank = rankOf(a);
  const difference = rank - rankOf(b);
  if (difference !== 0) return difference;
  switch (rank) {
    case ranks.int:
      return compareNumbers(a as Value, b as Value);
    case ranks.string:
      return compareStrings(a as string, b as string);
    case ranks.object:
      return compareDocs(a as Doc, b as Doc);
    case ranks.array:
      return compareArrays(a as Value[], b as Value[]);
    case ranks.binData:
      return compareBinaries(a as Binary, b as Binary);
    case ranks.objectId:
      return order((a as ObjectId).toHexString(), (b as ObjectId).toHexString());
    case ranks.bool:
      return Number(a) - Number(b);
    case ranks.date:
      return (a as Date).getTime() - (b as Date).getTime();
    case ranks.timestamp:
      return order((a as Timestamp).toBigInt(), (b as Timestamp).toBigInt());
    case ranks.regex:
      return compareRegExps(a as BSONRegExp, b as BSONRegExp);
    default:
      return 0;
  }
}

/**
 * The value by which a document sorts: of an array, its least element going up and its greatest going
 * down; an empty array sorts below null, a missing field as null.
 */
function sortKey(doc: Doc, path: string, direction: 1 | -1): Maybe {
  const keys: Maybe[] = [];
  for (const leaf of leavesAt(doc, path, 'whole')) {
    if (Array.isArray(leaf)) keys.push(...(leaf.length === 0 ? [undefined] : leaf));
    else keys.push(leaf ?? null);
  }
  if (keys.length === 0) return null;
  return keys.reduce((best, key) => (compareValues(key, best) * direction < 0 ? key : best));
}

/**
 * A comparator of documents for `Array.prototype.sort`, which is stable.
 * @param directions path → 1 (ascending) or -1, the most significant first.
 * @throws DatabaseError when a direction is neither, or a document has arrays on two of the paths.
 */
export function sorter(directions: Record<string, 1 | -1>): (a: Doc, b: Doc) => number {
  const fields = Object.entries(directions);
  for (const [, direction] of fields) {
    if (direction !== 1 && direction !== -1) {
      throw failure('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
  }
  const known = new WeakMap<Doc, Maybe[]>();
  const keysOf = (doc: Doc): Maybe[] => {
    let keys = known.get(doc);
    if (!keys) {
      const arrays = fields.filter(([path]) => isMultikeyAt(doc, path));
      if (new Set(arrays.map(([path]) => path.split('.')[0])).size > 1) {
        throw failure('cannot sort with keys that are parallel arrays');
      }
      keys = fields.map(([path, direction]) => sortKey(doc, path, direction));
      known.set(doc, keys);
    }
    return keys;
  };
  return (a, b) => {
    const left = keysOf(a);
    const right = keysOf(b);
    for (const [at, [, direction]] of fields.entries()) {
      const difference = compareValues(left[at], right[at]);
      if (difference !== 0) return difference * direction;
    }
    return 0;
  };
}
