import { failure } from '../failure';
import { add, int32Of, multiply, type Num, numOf, subtract } from '../number';
import { isMissingOrNull, isNumeric, type Maybe, typeOf, type Value } from '../value';
import { nullable, type OperatorTable, unary, variadic } from './operator';

function number(value: Value, name: string): Num {
  if (!isNumeric(value)) {
    throw failure(`${name} only supports numeric types, not ${typeOf(value)}`);
  }
  return numOf(value);
}

const real = (apply: (value: number, name: string) => number) =>
  unary((value, name) => apply(Number(number(value, name)), name));

function sum(values: Maybe[]): Maybe {
  if (values.some(isMissingOrNull)) return null;
  const dates = values.filter((value) => value instanceof Date);
  if (dates.length > 1) throw failure('only one date allowed in an $add expression');
  let total: Num = 0;
  for (const value of values as Value[]) {
    if (value instanceof Date) total = add(total, value.getTime());
    else if (isNumeric(value)) total = add(total, numOf(value));
    else throw failure(`$add only supports numeric or date types, not ${typeOf(value)}`);
  }
  return dates.length > 0 ? new Date(Number(total)) : total;
}

function difference([from, by]: Value[]): Maybe {
  if (from instanceof Date && by instanceof Date) return from.getTime() - by.getTime();
  if (from instanceof Date && isNumeric(by)) {
    return new Date(from.getTime() - Math.round(Number(numOf(by))));
  }
  if (isNumeric(from) && isNumeric(by)) return subtract(numOf(from), numOf(by));
  throw failure(`cant $subtract a ${typeOf(by)} from a ${typeOf(from)}`);
}

function product(values: Maybe[], name: string): Maybe {
  if (values.some(isMissingOrNull)) return null;
  return (values as Value[]).map((value) => number(value, name)).reduce(multiply, 1);
}

function pair(values: Value[], name: string): [number, number] {
  const [a, b] = values as [Value, Value];
  if (!isNumeric(a) || !isNumeric(b)) {
    throw failure(`${name} only supports numeric types, not ${typeOf(a)} and ${typeOf(b)}`);
  }
  return [Number(numOf(a)), Number(numOf(b))];
}

function positive(value: number, what: string): number {
  if (value > 0 || Number.isNaN(value)) return value;
  throw failure(`${what} must be a positive number, but is ${value}`);
}

function logarithm(values: Value[], name: string): number {
  const [value, base] = pair(values, name);
  if (base <= 0 || base === 1) {
    throw failure(`$log's base must be a positive number not equal to 1, but is ${base}`);
  }
  positive(value, "$log's argument");
  if (base === 10) return Math.log10(value);
  return base === 2 ? Math.log2(value) : Math.log(value) / Math.log(base);
}

function power(values: Value[], name: string): number {
  const [base, exponent] = pair(values, name);
  if (base === 0 && exponent < 0) {
    throw failure('$pow cannot take a base of 0 and a negative exponent');
  }
  return base ** exponent;
}

/** Halves go to the even neighbour, as the database rounds. */
function halfToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

const toPlace = (apply: (value: number) => number) =>
  nullable(
    1,
    ([value, place = 0], name) => {
      const exact = number(value as Value, name);
      if (typeof exact === 'bigint') return exact;
      const digits = int32Of(place);
      if (digits === undefined || digits < -20 || digits > 100) {
        throw failure(`cannot apply ${name} with precision value ${String(place)}`);
      }
      // Through text, because 2.675 * 100 is 267.49999999999994.
      const shifted = apply(Number(`${exact}e${digits}`));
      return Number.isNaN(shifted) ? apply(exact) : Number(`${shifted}e${-digits}`);
    },
    2,
  );

export const arithmeticOperators: OperatorTable = {
  $abs: unary((value, name) => {
    const exact = number(value, name);
    return typeof exact === 'bigint' && exact < 0n
      ? -exact
      : typeof exact === 'bigint'
        ? exact
        : Math.abs(exact);
  }),
  $add: variadic(sum),
  $ceil: real(Math.ceil),
  $divide: nullable(2, (values, name) => {
    const [value, by] = pair(values, name);
    if (by === 0) throw failure("can't $divide by zero");
    return value / by;
  }),
  $exp: real(Math.exp),
  $floor: real(Math.floor),
  $ln: real((value, name) => Math.log(positive(value, `${name}'s argument`))),
  $log: nullable(2, logarithm),
  $log10: real((value, name) => Math.log10(positive(value, `${name}'s argument`))),
  $mod: nullable(2, (values, name) => {
    const [value, by] = pair(values, name);
    if (by === 0) throw failure("can't $mod by zero");
    return value % by;
  }),
  $multiply: variadic(product),
  $pow: nullable(2, power),
  $round: toPlace(halfToEven),
  $sqrt: real((value, name) => {
    if (value < 0) throw failure(`${name}'s argument must be greater than or equal to 0`);
    return Math.sqrt(value);
  }),
  $subtract: nullable(2, difference),
  $trunc: toPlace(Math.trunc),
};
