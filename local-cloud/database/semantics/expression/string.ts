import type { BSONRegExp } from 'bson';
import { failure } from '../failure';
import { int32Of } from '../number';
import { compilePattern } from '../pattern';
import { render } from '../render';
import { isMissingOrNull, type Maybe, patternOf, typeOf, type Value } from '../value';
import { fixed, named, nullable, type Operator, type OperatorTable, variadic } from './operator';
import { textOf } from './text';

/** Only ASCII letters change case, as in the database. */
const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const upper = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());

function string(value: Maybe, complaint: string): string {
  if (typeof value === 'string') return value;
  throw failure(`${complaint}, found: ${typeOf(value)}`);
}

function concat(values: Maybe[]): Maybe {
  if (values.some(isMissingOrNull)) return null;
  const odd = values.find((value) => typeof value !== 'string');
  if (odd !== undefined) throw failure(`$concat only supports strings, not ${typeOf(odd)}`);
  return values.join('');
}

function split([text, separator]: Value[]): Maybe {
  const whole = string(
    text,
    '$split requires an expression that evaluates to a string as a first argument',
  );
  const by = string(
    separator,
    '$split requires an expression that evaluates to a string as a second argument',
  );
  if (by === '') throw failure('$split requires a non-empty separator');
  return whole.split(by);
}

function integer(value: Maybe, complaint: string): number {
  const plain = int32Of(value);
  if (plain === undefined) throw failure(`${complaint} (got type: ${typeOf(value)})`);
  return plain;
}

/** By code points. */
function substrCP([text, from, count]: Maybe[], name: string): string {
  const start = integer(from, `${name}: starting index must be a numeric type`);
  const length = integer(count, `${name}: length must be a numeric type`);
  if (start < 0) throw failure(`${name}: the starting index must be nonnegative integer.`);
  if (length < 0) throw failure(`${name}: length must be a nonnegative integer.`);
  return [...textOf(text)].slice(start, start + length).join('');
}

const isContinuation = (byte: number | undefined): boolean =>
  byte !== undefined && (byte & 0xc0) === 0x80;

/** By UTF-8 bytes. A negative length means the rest; a negative start gives nothing. */
function substrBytes([text, from, count]: Maybe[], name: string): string {
  const start = integer(from, `${name}:  starting index must be a numeric type`);
  const length = integer(count, `${name}:  length must be a numeric type`);
  const bytes = Buffer.from(textOf(text));
  if (start < 0 || start >= bytes.length) return '';
  const end = length < 0 ? bytes.length : Math.min(bytes.length, start + length);
  if (isContinuation(bytes[start])) {
    throw failure(`${name}:  Invalid range, starting index is a UTF-8 continuation byte.`);
  }
  if (isContinuation(bytes[end])) {
    throw failure(`${name}:  Invalid range, ending index is in the middle of a UTF-8 character.`);
  }
  return bytes.toString('utf8', start, end);
}

/** The position of one sequence in another between `from` and `to`, or -1. */
function position<T>(whole: readonly T[], part: readonly T[], from: number, to: number): number {
  for (let at = from; at + part.length <= Math.min(to, whole.length); at++) {
    if (part.every((unit, offset) => whole[at + offset] === unit)) return at;
  }
  return -1;
}

const indexOf = (unitsOf: (text: string) => (string | number)[]) =>
  fixed(
    2,
    ([text, sought, from, to], name) => {
      if (isMissingOrNull(text)) return null;
      const whole = unitsOf(string(text, `${name} requires a string as the first argument`));
      const part = unitsOf(string(sought, `${name} requires a string as the second argument`));
      const bound = (value: Maybe, otherwise: number, which: string): number => {
        if (value === undefined) return otherwise;
        const index = int32Of(value);
        if (index === undefined) {
          throw failure(
            `${name} requires an integral ${which} index, found a value of type: ${typeOf(value)}, with value: ${render(value)}`,
          );
        }
        if (index < 0) {
          throw failure(`${name} requires a nonnegative ${which} index, found: ${index}`);
        }
        return index;
      };
      const start = bound(from, 0, 'starting');
      const end = bound(to, whole.length, 'ending');
      return start > end || start > whole.length ? -1 : position(whole, part, start, end);
    },
    4,
  );

const length = (unitsOf: (text: string) => { length: number }) =>
  fixed(1, ([value], name) => unitsOf(string(value, `${name} requires a string argument`)).length);

const white = [
  '\0',
  ' ',
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  '\u00a0',
  '\u1680',
  ...'\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
];

const trim =
  (ends: 'both' | 'left' | 'right'): Operator =>
  (operand, compile, name) => {
    const doc = named(name, operand, ['input'], ['chars']);
    const input = compile(doc.input as Value);
    const chars = doc.chars === undefined ? undefined : compile(doc.chars);
    return (scope) => {
      const text = input(scope);
      const removed = chars ? chars(scope) : '';
      if (isMissingOrNull(text) || isMissingOrNull(removed)) return null;
      const units = [...string(text, `${name} requires its input to be a string`)];
      const set = new Set(
        chars ? string(removed, `${name} requires 'chars' to be a string`) : white,
      );
      while (ends !== 'right' && set.has(units[0] ?? 'kept')) units.shift();
      while (ends !== 'left' && set.has(units.at(-1) ?? 'kept')) units.pop();
      return units.join('');
    };
  };

const regexMatch: Operator = (operand, compile, name) => {
  const doc = named(name, operand, ['input', 'regex'], ['options']);
  const input = compile(doc.input as Value);
  const regex = compile(doc.regex as Value);
  const options = compile(doc.options ?? '');
  return (scope) => {
    const text = input(scope);
    const expression = regex(scope);
    if (isMissingOrNull(text) || isMissingOrNull(expression)) return false;
    const given = textOf(options(scope));
    const { pattern, options: own } =
      typeOf(expression) === 'regex'
        ? patternOf(expression as BSONRegExp)
        : {
            pattern: string(expression, `${name} needs 'regex' to be of type string or regex`),
            options: '',
          };
    return compilePattern(pattern, own || given).test(
      string(text, `${name} needs 'input' to be of type string`),
    );
  };
};

export const stringOperators: OperatorTable = {
  $concat: variadic(concat),
  $indexOfBytes: indexOf((text) => [...Buffer.from(text)]),
  $indexOfCP: indexOf((text) => [...text]),
  $split: nullable(2, split),
  $strLenBytes: length((text) => Buffer.from(text)),
  $strLenCP: length((text) => [...text]),
  $strcasecmp: fixed(2, ([a, b]) => {
    const [left, right] = [upper(textOf(a)), upper(textOf(b))];
    return left < right ? -1 : left > right ? 1 : 0;
  }),
  $substr: fixed(3, substrBytes),
  $substrBytes: fixed(3, substrBytes),
  $substrCP: fixed(3, substrCP),
  $toLower: fixed(1, ([value]) => lower(textOf(value))),
  $toUpper: fixed(1, ([value]) => upper(textOf(value))),
  $trim: trim('both'),
  $ltrim: trim('left'),
  $rtrim: trim('right'),
  $regexMatch: regexMatch,
};
