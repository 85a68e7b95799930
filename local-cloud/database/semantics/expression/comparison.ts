import { compareValues } from '../compare';
import { fixed, type OperatorTable, variadic } from './operator';
import { isTruthy } from './truth';

const comparison = (accepts: (difference: number) => boolean) =>
  fixed(2, ([a, b]) => accepts(compareValues(a, b)));

/** Comparisons here span all types and know missing from null, unlike those of queries. */
export const comparisonOperators: OperatorTable = {
  $cmp: fixed(2, ([a, b]) => Math.sign(compareValues(a, b))),
  $eq: comparison((difference) => difference === 0),
  $ne: comparison((difference) => difference !== 0),
  $gt: comparison((difference) => difference > 0),
  $gte: comparison((difference) => difference >= 0),
  $lt: comparison((difference) => difference < 0),
  $lte: comparison((difference) => difference <= 0),
  $and: variadic((values) => values.every(isTruthy)),
  $or: variadic((values) => values.some(isTruthy)),
  $not: fixed(1, ([value]) => !isTruthy(value)),
};
