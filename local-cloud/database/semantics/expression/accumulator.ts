import { accumulators } from '../accumulators';
import type { Maybe } from '../value';
import { type OperatorTable, variadic } from './operator';

/** As expressions these take one array, or several values; `$push` and `$addToSet` only group. */
const names = [
  '$avg',
  '$max',
  '$mergeObjects',
  '$min',
  '$stdDevPop',
  '$stdDevSamp',
  '$sum',
] as const;

function accumulate(name: (typeof names)[number], values: Maybe[]): Maybe {
  const accumulator = accumulators[name]();
  const [first] = values;
  for (const value of values.length === 1 && Array.isArray(first) ? first : values) {
    accumulator.add(value);
  }
  return accumulator.result();
}

const endOf = (index: 0 | -1) =>
  variadic((values) => {
    const [first] = values;
    return Array.isArray(first) && values.length === 1 ? first.at(index) : null;
  });

export const accumulatorOperators: OperatorTable = {
  ...Object.fromEntries(
    names.map((name) => [name, variadic((values) => accumulate(name, values))]),
  ),
  $first: endOf(0),
  $last: endOf(-1),
};
