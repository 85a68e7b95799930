/** The `%` formats of `$dateToString` and `$dateFromString`. */
import { failure } from '../failure';
import * as calendar from './calendar';
import { instantOf } from './timezone';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function offsetText(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / 60_000;
  return `${offsetMs < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${pad(minutes % 60, 2)}`;
}

type Writer = (wall: Date, offsetMs: number) => string;

const writers: Readonly<Record<string, Writer>> = {
  '%': () => '%',
  d: (wall) => pad(wall.getUTCDate(), 2),
  G: (wall) => pad(calendar.isoWeekYear(wall), 4),
  H: (wall) => pad(wall.getUTCHours(), 2),
  j: (wall) => pad(calendar.dayOfYear(wall), 3),
  L: (wall) => pad(wall.getUTCMilliseconds(), 3),
  m: (wall) => pad(wall.getUTCMonth() + 1, 2),
  M: (wall) => pad(wall.getUTCMinutes(), 2),
  S: (wall) => pad(wall.getUTCSeconds(), 2),
  u: (wall) => String(calendar.isoDayOfWeek(wall)),
  U: (wall) => pad(calendar.week(wall), 2),
  V: (wall) => pad(calendar.isoWeek(wall), 2),
  w: (wall) => String(wall.getUTCDay() + 1),
  Y: (wall) => pad(wall.getUTCFullYear(), 4),
  z: (_wall, offsetMs) => offsetText(offsetMs),
  Z: (_wall, offsetMs) => String(offsetMs / 60_000),
};

/** @param wall a date whose UTC fields are the local time; `offsetMs` is what that is ahead of UTC. */
export function formatDate(wall: Date, offsetMs: number, format: string): string {
  if (format.endsWith('%') && !format.endsWith('%%')) {
    throw failure("Unmatched '%' at end of format string");
  }
  return format.replace(/%(.)/gs, (_all, letter: string) => {
    const write = Object.hasOwn(writers, letter) ? writers[letter] : undefined;
    if (!write) throw failure(`Invalid format character '%${letter}' in format string`);
    return write(wall, offsetMs);
  });
}

const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

const readers: Readonly<Record<string, string>> = {
  d: '(?<day>\\d{1,2})',
  H: '(?<hour>\\d{1,2})',
  L: '(?<millisecond>\\d{1,3})',
  m: '(?<month>\\d{1,2})',
  M: '(?<minute>\\d{1,2})',
  S: '(?<second>\\d{1,2})',
  Y: '(?<year>\\d{4})',
  z: '(?<zone>Z|[+-]\\d{2}:?\\d{2})',
  G: '(?<isoYear>\\d{4})',
  V: '(?<isoWeek>\\d{1,2})',
  u: '(?<isoDay>[1-7])',
};

interface Parts {
  [name: string]: string | undefined;
}

function isoParts(text: string): Parts | undefined {
  const found = iso.exec(text.trim());
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  return { year, month, day, hour, minute, second, millisecond: fraction?.padEnd(3, '0'), zone };
}

function formattedParts(text: string, format: string): Parts | undefined {
  const source = format.replace(/%(.)|[.*+?^${}()|[\]\\]/gs, (all, letter?: string) => {
    if (letter === undefined) return `\\${all}`;
    if (letter === '%') return '%';
    const reader = Object.hasOwn(readers, letter) ? readers[letter] : undefined;
    if (!reader) throw failure(`Invalid format character '%${letter}' in format string`);
    return reader;
  });
  return new RegExp(`^${source}$`).exec(text)?.groups;
}

/**
 * Reads a date from text: ISO 8601 without a format.
 * @param zone where the text names no zone of its own.
 * @throws DatabaseError when the text is not such a date.
 */
export function parseDate(text: string, zone: string, format?: string): Date {
  const parts = format === undefined ? isoParts(text) : formattedParts(text, format);
  const bad = (): never => {
    throw failure(`Error parsing date string '${text}'`);
  };
  if (!parts) return bad();
  const read = (name: string, otherwise: number): number => Number(parts[name] ?? otherwise);
  const [month, day] = [read('month', 1), read('day', 1)];
  const [hour, minute, second] = [read('hour', 0), read('minute', 0), read('second', 0)];
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return bad();
  const midnight = parts.isoYear
    ? calendar.fromIsoWeek(read('isoYear', 1), read('isoWeek', 1), read('isoDay', 1))
    : new Date(0).setUTCFullYear(read('year', 1970), month - 1, day);
  if (!parts.isoYear && new Date(midnight).getUTCDate() !== day) return bad();
  const wall = midnight + ((hour * 60 + minute) * 60 + second) * 1000 + read('millisecond', 0);
  const own = parts.zone?.toUpperCase();
  return new Date(instantOf(wall, own ?? zone));
}
