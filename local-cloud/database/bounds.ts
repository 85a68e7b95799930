/**
 * What a query demands of single paths, as ranges of index keys. The demand is never narrower than the
 * query: whatever it lets through that the query does not is removed afterwards by the matcher.
 */
import type { BSONRegExp } from 'bson';
import { encodeValue, stringPrefix, successor, typeRange } from './key';
import { type Doc, isDoc, type Maybe, patternOf, typeOf, type Value } from './semantics/value';

/** Components from `from` (included) to `to` (excluded), ascending. */
export interface Span {
  from: Buffer;
  to: Buffer;
}

export interface Condition {
  path: string;
  /** The whole components that pass, when they can be listed. */
  points?: Buffer[];
  span: Span;
  /** The components that pass are exactly the values that the query accepts. */
  isExact: boolean;
  /** The same, for an index in which no document has an array at this path. */
  isExactWithoutArrays: boolean;
}

export interface Conditions {
  byPath: Map<string, Condition[]>;
  /** The alternatives of each `$or` that every document must satisfy. */
  alternatives: Doc[][];
  /** Nothing of the query is left out of `byPath`. */
  isComplete: boolean;
}

const scalars: ReadonlySet<string> = new Set([
  'int',
  'long',
  'double',
  'string',
  'objectId',
  'bool',
  'date',
]);

const isScalar = (value: Maybe): boolean =>
  scalars.has(typeOf(value)) && !Number.isNaN(value as number);

function pointsOf(value: Value): Buffer[] | undefined {
  // A missing field is filed as null, an empty array below it.
  if (value === null) return [encodeValue(undefined), encodeValue(null)];
  return isScalar(value) || typeOf(value) === 'object' ? [encodeValue(value)] : undefined;
}

function listed(path: string, values: Value[]): Condition | undefined {
  const points: Buffer[] = [];
  for (const value of values) {
    const some = pointsOf(value);
    if (!some) return undefined;
    points.push(...some);
  }
  const distinct = [...new Map(points.map((bytes) => [bytes.toString('latin1'), bytes])).values()];
  distinct.sort(Buffer.compare);
  // An empty list has no points: nothing is read for it.
  const [first = Buffer.alloc(0)] = distinct;
  return {
    path,
    points: distinct,
    span: { from: first, to: successor(distinct.at(-1) ?? first) },
    isExact: values.every(isScalar),
    isExactWithoutArrays: values.every((value) => value === null || isScalar(value)),
  };
}

/** The longest literal text with which every match of an anchored pattern begins. */
function literalPrefix(value: Value): string | undefined {
  const { pattern, options } =
    typeof value === 'string' ? { pattern: value, options: '' } : patternOf(value as BSONRegExp);
  const literal = /^\^((?:[^\\^$.|?*+()[\]{}])+)/.exec(pattern)?.[1];
  if (!literal || /[imx]/.test(options) || pattern.includes('|')) return undefined;
  // A quantifier after the last literal character makes that character optional.
  return /[?*{]/.test(pattern[literal.length + 1] ?? '') ? literal.slice(0, -1) : literal;
}

function begun(path: string, prefix: string | undefined): Condition | undefined {
  if (!prefix) return undefined;
  const from = stringPrefix(prefix);
  return { path, span: { from, to: successor(from) }, isExact: false, isExactWithoutArrays: false };
}

const spans: Readonly<Record<string, (value: Value) => Span>> = {
  $gt: (value) => ({ from: successor(encodeValue(value)), to: typeRange(value).to }),
  $gte: (value) => ({ from: encodeValue(value), to: typeRange(value).to }),
  $lt: (value) => ({ from: typeRange(value).from, to: encodeValue(value) }),
  $lte: (value) => ({ from: typeRange(value).from, to: successor(encodeValue(value)) }),
};

function operatorCondition(path: string, operators: Doc, operator: string): Condition | undefined {
  const operand = operators[operator] as Value;
  if (operator === '$regex') {
    return '$options' in operators ? undefined : begun(path, literalPrefix(operand));
  }
  if (operator === '$eq') return valueCondition(path, operand);
  if (operator === '$in') return Array.isArray(operand) ? listed(path, operand) : undefined;
  if (operator === '$all') {
    const first = Array.isArray(operand) ? operand[0] : undefined;
    const condition = isScalar(first) ? listed(path, [first as Value]) : undefined;
    return condition && { ...condition, isExact: false, isExactWithoutArrays: false };
  }
  const span = spans[operator];
  if (!span || !isScalar(operand)) return undefined;
  return { path, span: span(operand), isExact: true, isExactWithoutArrays: true };
}

function valueCondition(path: string, value: Value): Condition | undefined {
  if (typeOf(value) === 'regex') return begun(path, literalPrefix(value));
  return listed(path, [value]);
}

const isOperatorObject = (value: Value): value is Doc =>
  isDoc(value) && Object.keys(value).some((key) => key.startsWith('$'));

/** The conditions of a query together with those of one of its alternatives. */
export function narrowedBy(conditions: Conditions, alternative: Doc): Conditions {
  const added = conditionsOf(alternative);
  const byPath = new Map(conditions.byPath);
  for (const [path, list] of added.byPath) {
    byPath.set(path, [...(byPath.get(path) ?? []), ...list]);
  }
  return { byPath, alternatives: added.alternatives, isComplete: false };
}

/** Reads the demands that all hold together; anything it does not know makes them incomplete. */
export function conditionsOf(query: Doc): Conditions {
  const found: Conditions = { byPath: new Map(), alternatives: [], isComplete: true };
  const add = (path: string, condition: Condition | undefined): void => {
    if (!condition) {
      found.isComplete = false;
      return;
    }
    found.byPath.set(path, [...(found.byPath.get(path) ?? []), condition]);
  };
  const read = (part: Doc): void => {
    for (const [path, value] of Object.entries(part)) {
      if (path === '$and' && Array.isArray(value)) {
        for (const item of value) if (isDoc(item)) read(item);
      } else if (path === '$or' && Array.isArray(value)) {
        found.alternatives.push(value.filter(isDoc));
        found.isComplete = false;
      } else if (path.startsWith('$')) {
        found.isComplete = false;
      } else if (isOperatorObject(value)) {
        for (const operator of Object.keys(value)) {
          add(path, operatorCondition(path, value, operator));
        }
      } else {
        add(path, valueCondition(path, value));
      }
    }
  };
  read(query);
  return found;
}
