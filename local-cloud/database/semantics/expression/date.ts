import type { ObjectId } from 'bson';
import { failure } from '../failure';
import { int32Of } from '../number';
import { type Doc, isDoc, isMissingOrNull, type Maybe, typeOf, type Value } from '../value';
import * as calendar from './calendar';
import { formatDate, parseDate } from './date-format';
import {
  type Compile,
  type Expression,
  named,
  type Operator,
  type OperatorTable,
  type Scope,
} from './operator';
import { instantOf, zoneOffset } from './timezone';

/** A date, or the moment at which an ObjectId was made. */
export function dateOf(value: Value): Date {
  if (value instanceof Date) return value;
  if (typeOf(value) === 'objectId') return (value as ObjectId).getTimestamp();
  throw failure(`can't convert from BSON type ${typeOf(value)} to Date`);
}

function zoneName(value: Maybe, name: string): string {
  if (typeof value === 'string') return value;
  throw failure(
    `${name} requires a string for the timezone argument, but was given a ${typeOf(value)}`,
  );
}

/** A named operand that may be left out. */
const optional = (doc: Doc, key: string, compile: Compile): Expression | undefined =>
  doc[key] === undefined ? undefined : compile(doc[key] as Value);

/** The date shifted so that its UTC fields show the zone's wall clock. */
const wallOf = (date: Date, zone: string): Date =>
  new Date(date.getTime() + zoneOffset(zone, date.getTime()));

/** Operators that read one part of a date: `{$year: date}` or `{$year: {date, timezone}}`. */
const part =
  (read: (wall: Date) => number): Operator =>
  (operand, compile, name) => {
    const single = Array.isArray(operand) && operand.length === 1 ? (operand[0] as Value) : operand;
    if (Array.isArray(single)) {
      throw failure(
        `${name} accepts exactly one argument if given an array, but was given ${single.length}`,
      );
    }
    const isNamed = isDoc(single) && !Object.keys(single)[0]?.startsWith('$');
    const doc = isNamed ? named(name, single, ['date'], ['timezone']) : { date: single };
    const date = compile(doc.date as Value);
    const zone = optional(doc, 'timezone', compile) ?? (() => 'UTC');
    return (scope) => {
      const [value, where] = [date(scope), zone(scope)];
      if (isMissingOrNull(value) || isMissingOrNull(where)) return null;
      return read(wallOf(dateOf(value), zoneName(where, name)));
    };
  };

const dateToString: Operator = (operand, compile, name) => {
  const doc = named(name, operand, ['date'], ['format', 'timezone', 'onNull']);
  const date = compile(doc.date as Value);
  const format = optional(doc, 'format', compile);
  const zone = optional(doc, 'timezone', compile);
  const onNull = optional(doc, 'onNull', compile) ?? (() => null);
  return (scope) => {
    const value = date(scope);
    if (isMissingOrNull(value)) return onNull(scope);
    const where = zone ? zone(scope) : 'UTC';
    const pattern = format ? format(scope) : `%Y-%m-%dT%H:%M:%S.%L${zone ? '' : 'Z'}`;
    if (isMissingOrNull(where) || isMissingOrNull(pattern)) return null;
    if (typeof pattern !== 'string') {
      throw failure(`$dateToString requires that 'format' be a string, found: ${typeOf(pattern)}`);
    }
    const instant = dateOf(value);
    const zoneId = zoneName(where, name);
    return formatDate(wallOf(instant, zoneId), zoneOffset(zoneId, instant.getTime()), pattern);
  };
};

const dateFromString: Operator = (operand, compile, name) => {
  const doc = named(name, operand, ['dateString'], ['format', 'timezone', 'onError', 'onNull']);
  const text = compile(doc.dateString as Value);
  const format = optional(doc, 'format', compile);
  const zone = optional(doc, 'timezone', compile) ?? (() => 'UTC');
  const onNull = optional(doc, 'onNull', compile) ?? (() => null);
  const onError = optional(doc, 'onError', compile);
  const read = (value: Value, where: string, scope: Scope): Date => {
    if (typeof value !== 'string') {
      throw failure(
        `$dateFromString requires that 'dateString' be a string, found: ${typeOf(value)}`,
      );
    }
    const pattern = format?.(scope);
    return parseDate(value, where, typeof pattern === 'string' ? pattern : undefined);
  };
  return (scope) => {
    const [value, where] = [text(scope), zone(scope)];
    if (isMissingOrNull(value)) return onNull(scope);
    if (isMissingOrNull(where)) return null;
    try {
      return read(value, zoneName(where, name), scope);
    } catch (error) {
      if (onError) return onError(scope);
      throw error;
    }
  };
};

const dayParts = ['year', 'month', 'day'];
const isoParts = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'];
const timeParts = ['hour', 'minute', 'second', 'millisecond'];

/** `$dateFromParts`: parts out of range carry over (month 14 is February of the next year). */
const dateFromParts: Operator = (operand, compile, name) => {
  const isIso = isDoc(operand) && operand.isoWeekYear !== undefined;
  const [first = '', ...others] = isIso ? isoParts : dayParts;
  const doc = named(name, operand, [first], [...others, ...timeParts, 'timezone']);
  const parts = [first, ...others, ...timeParts].map((key) => {
    const evaluate = optional(doc, key, compile);
    const otherwise = timeParts.includes(key) ? 0 : 1;
    return { key, evaluate: evaluate ?? (() => otherwise) };
  });
  const zone = optional(doc, 'timezone', compile) ?? (() => 'UTC');
  return (scope) => {
    const where = zone(scope);
    const values = parts.map(({ key, evaluate }) => ({ key, value: evaluate(scope) }));
    if (isMissingOrNull(where) || values.some(({ value }) => isMissingOrNull(value))) return null;
    const [a = 0, b = 0, c = 0, ...time] = values.map(({ key, value }) => {
      const plain = int32Of(value);
      if (plain === undefined) {
        throw failure(`'${key}' must evaluate to an integer, found ${typeOf(value)}`);
      }
      return plain;
    });
    if (a < 1 || a > 9999) {
      throw failure(`'${first}' must evaluate to an integer in the range 1 to 9999, found ${a}`);
    }
    const [hour = 0, minute = 0, second = 0, millisecond = 0] = time;
    const day = isIso ? calendar.fromIsoWeek(a, b, c) : new Date(0).setUTCFullYear(a, b - 1, c);
    const wall = day + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
    return new Date(instantOf(wall, zoneName(where, name)));
  };
};

const dateToParts: Operator = (operand, compile, name) => {
  const doc = named(name, operand, ['date'], ['timezone', 'iso8601']);
  const date = compile(doc.date as Value);
  const zone = optional(doc, 'timezone', compile) ?? (() => 'UTC');
  const iso = optional(doc, 'iso8601', compile) ?? (() => false);
  return (scope) => {
    const [value, where] = [date(scope), zone(scope)];
    if (isMissingOrNull(value) || isMissingOrNull(where)) return null;
    const wall = wallOf(dateOf(value), zoneName(where, name));
    const day: Doc =
      iso(scope) === true
        ? {
            isoWeekYear: calendar.isoWeekYear(wall),
            isoWeek: calendar.isoWeek(wall),
            isoDayOfWeek: calendar.isoDayOfWeek(wall),
          }
        : { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
    return {
      ...day,
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
      second: wall.getUTCSeconds(),
      millisecond: wall.getUTCMilliseconds(),
    };
  };
};

export const dateOperators: OperatorTable = {
  $year: part((wall) => wall.getUTCFullYear()),
  $month: part((wall) => wall.getUTCMonth() + 1),
  $week: part(calendar.week),
  $dayOfYear: part(calendar.dayOfYear),
  $dayOfMonth: part((wall) => wall.getUTCDate()),
  $dayOfWeek: part((wall) => wall.getUTCDay() + 1),
  $isoWeekYear: part(calendar.isoWeekYear),
  $isoWeek: part(calendar.isoWeek),
  $isoDayOfWeek: part(calendar.isoDayOfWeek),
  $hour: part((wall) => wall.getUTCHours()),
  $minute: part((wall) => wall.getUTCMinutes()),
  $second: part((wall) => wall.getUTCSeconds()),
  $millisecond: part((wall) => wall.getUTCMilliseconds()),
  $dateToString: dateToString,
  $dateFromString: dateFromString,
  $dateFromParts: dateFromParts,
  $dateToParts: dateToParts,
};
