/**
 * The values that a document may hold, as plain JavaScript. Numbers are numbers; an integer that a
 * number cannot hold exactly (beyond 2^53) is a bigint and stands for a 64-bit long. The few BSON
 * types without a JavaScript twin keep the class of the `bson` package.
 */
import type { Binary, BSONRegExp, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Date
  | RegExp
  | BSONRegExp
  | ObjectId
  | Binary
  | Decimal128
  | Timestamp
  | MinKey
  | MaxKey
  | Value[]
  | Doc;

export interface Doc {
  [field: string]: Value;
}

/** `undefined` is a field that is not there; it is never stored. */
export type Maybe = Value | undefined;

export type TypeName =
  | 'missing'
  | 'minKey'
  | 'null'
  | 'int'
  | 'long'
  | 'double'
  | 'decimal'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'maxKey';

const bsonClasses: Readonly<Record<string, TypeName>> = {
  ObjectId: 'objectId',
  Binary: 'binData',
  BSONRegExp: 'regex',
  Decimal128: 'decimal',
  Timestamp: 'timestamp',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
};

const LONG_LIMIT = 2 ** 63;

/** An integer takes the narrowest type that holds it, as the SDK writes it to the wire. */
function numberType(value: number): TypeName {
  if (!Number.isInteger(value) || Object.is(value, -0)) return 'double';
  if (value >= -0x80000000 && value <= 0x7fffffff) return 'int';
  return value >= -LONG_LIMIT && value < LONG_LIMIT ? 'long' : 'double';
}

/** The BSON type name of a value, as `$type` spells it; `missing` for a field that is not there. */
export function typeOf(value: Maybe): TypeName {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return numberType(value);
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'long';
    case 'undefined':
      return 'missing';
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  const bsonClass = (value as { _bsontype?: unknown })._bsontype;
  return (typeof bsonClass === 'string' && bsonClasses[bsonClass]) || 'object';
}

export const isDoc = (value: Maybe): value is Doc => typeOf(value) === 'object';

export const isNumeric = (value: Maybe): value is number | bigint | Decimal128 =>
  typeof value === 'number' || typeof value === 'bigint' || typeOf(value) === 'decimal';

export const isMissingOrNull = (value: Maybe): value is null | undefined =>
  value === undefined || value === null;

/** Reads a field of the document itself, never one of JavaScript's `Object.prototype`. */
export const fieldOf = (doc: Doc, field: string): Maybe =>
  Object.hasOwn(doc, field) ? doc[field] : undefined;

/** Writes a field in place; a field named `__proto__` is a field like any other. */
export function setField(doc: Doc, field: string, value: Value): void {
  if (field === '__proto__') {
    Object.defineProperty(doc, field, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    doc[field] = value;
  }
}

/** A copy that shares no array, document or date with the original. */
export function deepClone<T extends Value>(value: T): T;
export function deepClone(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => deepClone(item));
  if (value instanceof Date) return new Date(value);
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const [field, item] of Object.entries(value)) setField(copy, field, deepClone(item));
  return copy;
}

/** The pattern and options of either form of a regular expression. */
export function patternOf(value: RegExp | BSONRegExp): { pattern: string; options: string } {
  return value instanceof RegExp
    ? { pattern: value.source, options: value.flags }
    : { pattern: value.pattern, options: value.options };
}

function numberKey(value: number | bigint | Decimal128): string {
  const plain = typeof value === 'object' ? Number(value.toString()) : value;
  return plain === 0 ? '0' : String(plain);
}

/**
 * A string that is the same for two values exactly when MongoDB holds them equal: 1 and 1n agree,
 * `{a: 1, b: 2}` and `{b: 2, a: 1}` do not.
 */
export function identityOf(value: Maybe): string {
  const type = typeOf(value);
  switch (type) {
    case 'int':
    case 'long':
    case 'double':
    case 'decimal':
      return `n${numberKey(value as number | bigint | Decimal128)}`;
    case 'string':
      return JSON.stringify(value);
    case 'array':
      return `[${(value as Value[]).map(identityOf).join()}]`;
    case 'object':
      return `{${Object.entries(value as Doc)
        .map(([field, item]) => `${JSON.stringify(field)}:${identityOf(item)}`)
        .join()}}`;
    case 'date':
      return `d${(value as Date).getTime()}`;
    case 'regex': {
      const { pattern, options } = patternOf(value as BSONRegExp);
      return `r${JSON.stringify(pattern)}${options}`;
    }
    case 'binData': {
      const binary = value as Binary;
      return `b${binary.sub_type}:${binary.toString('hex')}`;
    }
    default:
      return `${type}:${String(value)}`;
  }
}

/** Equality as MongoDB's `$eq` has it: by value, across numeric types, field order included. */
export function equalValues(a: Maybe, b: Maybe): boolean {
  if (a === b) return true;
  if (typeof a === 'string' || typeof b === 'string') return false;
  if (typeof a === 'boolean' || typeof b === 'boolean') return false;
  return identityOf(a) === identityOf(b);
}
