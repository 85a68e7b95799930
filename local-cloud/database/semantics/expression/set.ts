import { failure } from '../failure';
import { identityOf, isMissingOrNull, type Maybe, typeOf, type Value } from '../value';
import { fixed, nullable, type OperatorTable, variadic } from './operator';
import { isTruthy } from './truth';

/** Distinct values by MongoDB's equality, in the order they were met. */
export function distinct(values: readonly Value[]): Value[] {
  const first = new Map<string, Value>();
  for (const value of values) {
    const key = identityOf(value);
    if (!first.has(key)) first.set(key, value);
  }
  return [...first.values()];
}

const keysOf = (values: readonly Value[]): Set<string> => new Set(values.map(identityOf));

function sets(values: Maybe[], name: string): Value[][] {
  for (const value of values) {
    if (!Array.isArray(value)) {
      throw failure(
        `All operands of ${name} must be arrays. One argument is of type: ${typeOf(value)}`,
      );
    }
  }
  return values as Value[][];
}

function both(values: Maybe[], name: string): [Value[], Value[]] {
  const ordinals = ['First', 'Second'];
  values.forEach((value, at) => {
    if (!Array.isArray(value)) {
      throw failure(
        `both operands of ${name} must be arrays. ${ordinals[at]} argument is of type: ${typeOf(value)}`,
      );
    }
  });
  return values as [Value[], Value[]];
}

function elements([value]: Maybe[], name: string): Value[] {
  if (Array.isArray(value)) return value;
  throw failure(`${name}'s argument must be an array, but is ${typeOf(value)}`);
}

const isSubset = (inner: Set<string>, outer: Set<string>): boolean =>
  [...inner].every((key) => outer.has(key));

export const setOperators: OperatorTable = {
  $allElementsTrue: fixed(1, (values, name) => elements(values, name).every(isTruthy)),
  $anyElementTrue: fixed(1, (values, name) => elements(values, name).some(isTruthy)),
  $setDifference: nullable(2, (values, name) => {
    const [from, without] = both(values, name);
    const removed = keysOf(without);
    return distinct(from).filter((value) => !removed.has(identityOf(value)));
  }),
  $setEquals: fixed(
    2,
    (values, name) => {
      const [first = new Set<string>(), ...others] = sets(values, name).map(keysOf);
      return others.every((other) => isSubset(first, other) && isSubset(other, first));
    },
    Infinity,
  ),
  $setIntersection: variadic((values, name) => {
    if (values.some(isMissingOrNull)) return null;
    const [first = [], ...others] = sets(values, name);
    const kept = others.map(keysOf);
    return distinct(first).filter((value) => kept.every((keys) => keys.has(identityOf(value))));
  }),
  $setIsSubset: fixed(2, (values, name) => {
    const [inner, outer] = both(values, name);
    return isSubset(keysOf(inner), keysOf(outer));
  }),
  $setUnion: variadic((values, name) =>
    values.some(isMissingOrNull) ? null : distinct(sets(values, name).flat()),
  ),
};
