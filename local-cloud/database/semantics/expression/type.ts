import { failure } from '../failure';
import { type Num, numOf } from '../number';
import { isMissingOrNull, isNumeric, type Maybe, typeOf, type Value } from '../value';
import { dateOf } from './date';
import { parseDate } from './date-format';
import { fixed, named, type Operator, type OperatorTable, unary } from './operator';
import { textOf } from './text';
import { isTruthy } from './truth';

const refuse = (value: Value, type: string): never => {
  throw failure(
    `Unsupported conversion from ${typeOf(value)} to ${type} in $convert with no onError value`,
  );
};

function parseNumber(text: string, type: string): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  const isWhole = type === 'double' || Number.isInteger(value);
  if (Number.isNaN(value) || !isWhole || (type !== 'double' && !/^[+-]?\d+$/.test(text))) {
    throw failure(`Failed to parse number '${text}' in $convert with no onError value`);
  }
  return value;
}

function toNumber(value: Value, type: string): Num {
  if (isNumeric(value)) return numOf(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return parseNumber(value, type);
  if (value instanceof Date && type !== 'int') return value.getTime();
  return refuse(value, type);
}

function toInteger(value: Value, type: 'int' | 'long'): Num {
  const number = toNumber(value, type);
  const whole = typeof number === 'bigint' ? number : Math.trunc(number);
  const limit = type === 'int' ? 2 ** 31 : 2 ** 63;
  if (Number.isNaN(Number(whole)) || whole >= limit || whole < -limit) {
    throw failure('Conversion would overflow target type in $convert with no onError value');
  }
  return whole;
}

function toDate(value: Value): Date {
  if (typeof value === 'string') return parseDate(value, 'UTC');
  if (isNumeric(value) && typeOf(value) !== 'int') return new Date(Number(numOf(value)));
  return value instanceof Date || typeOf(value) === 'objectId'
    ? dateOf(value)
    : refuse(value, 'date');
}

function toText(value: Value): string {
  if (typeof value === 'boolean' || typeOf(value) === 'objectId') return String(value);
  return textOf(value);
}

const conversions: Readonly<Record<string, (value: Value) => Value>> = {
  bool: (value) => isTruthy(value),
  date: toDate,
  double: (value) => Number(toNumber(value, 'double')),
  int: (value) => toInteger(value, 'int'),
  long: (value) => toInteger(value, 'long'),
  string: toText,
};

const codes: Readonly<Record<string, string>> = {
  1: 'double',
  2: 'string',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
};

const convert: Operator = (operand, compile, name) => {
  const doc = named(name, operand, ['input', 'to'], ['onError', 'onNull']);
  const input = compile(doc.input as Value);
  const to = compile(doc.to as Value);
  const onNull = compile(doc.onNull ?? null);
  const onError = doc.onError === undefined ? undefined : compile(doc.onError);
  return (scope) => {
    const [value, target] = [input(scope), to(scope)];
    if (isMissingOrNull(target)) return null;
    const type = codes[String(target)] ?? String(target);
    const apply = Object.hasOwn(conversions, type) ? conversions[type] : undefined;
    if (!apply) throw failure(`Unknown type name: ${type}`);
    if (isMissingOrNull(value)) return onNull(scope);
    try {
      return apply(value);
    } catch (error) {
      if (onError) return onError(scope);
      throw error;
    }
  };
};

const to = (type: string) => unary((value) => conversions[type]?.(value) as Maybe);

export const typeOperators: OperatorTable = {
  $type: fixed(1, ([value]) => typeOf(value)),
  $toBool: to('bool'),
  $toDate: to('date'),
  $toDouble: to('double'),
  $toInt: to('int'),
  $toLong: to('long'),
  $toString: to('string'),
  $convert: convert,
};
