/**
 * Index keys: bytes whose plain byte order is the order of `compareValues`, so that one table of bytes
 * serves as an index over values of all types. Each component ends itself, therefore components can
 * be put one after the other; a descending component has its bits inverted.
 */
import type { Binary, Decimal128, ObjectId, Timestamp } from 'bson';
import { failure } from './semantics/failure';
import { isMultikeyAt, leavesAt } from './semantics/path';
import {
  type Doc,
  type Maybe,
  patternOf,
  type TypeName,
  typeOf,
  type Value,
} from './semantics/value';

export interface IndexKey {
  path: string;
  direction: 1 | -1 | '2dsphere';
}

/** The first byte of a component. `missing` here is the key of an empty array, which sorts below null. */
const tags: Readonly<Record<TypeName, number>> = {
  minKey: 0x04,
  missing: 0x08,
  null: 0x10,
  int: 0x20,
  long: 0x20,
  double: 0x20,
  decimal: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x48,
  binData: 0x50,
  objectId: 0x58,
  bool: 0x60,
  date: 0x68,
  timestamp: 0x70,
  regex: 0x78,
  maxKey: 0xf0,
};

/** Where keys are put together: one growing stretch of bytes, used again for each key. */
let scratch = Buffer.alloc(4096);

function room(at: number, bytes: number): void {
  if (at + bytes > scratch.length) {
    scratch = Buffer.concat([scratch], 2 * (at + bytes));
  }
}

function putBytes(at: number, bytes: Uint8Array): number {
  room(at, bytes.length);
  scratch.set(bytes, at);
  return at + bytes.length;
}

function putByte(at: number, byte: number): number {
  room(at, 1);
  scratch[at] = byte;
  return at + 1;
}

/** Eight bytes in numeric order: negative numbers inverted, the others with the sign bit set. */
function putDouble(at: number, value: number): number {
  room(at, 8);
  scratch.writeDoubleBE(value === 0 ? 0 : value, at);
  const sign = scratch[at] as number;
  if (Number.isNaN(value)) scratch.fill(0, at, at + 8);
  else if (sign & 0x80) invertInPlace(at, at + 8);
  else scratch[at] = sign | 0x80;
  return at + 8;
}

function invertInPlace(from: number, to: number): void {
  for (let at = from; at < to; at++) scratch[at] = 0xff - (scratch[at] as number);
}

/** A double, then what a long beyond 2^53 exceeds it by: such longs differ only there. */
function putNumber(at: number, value: number | bigint | Decimal128): number {
  const plain = typeof value === 'object' ? Number(value.toString()) : value;
  const rounded = Number(plain);
  const end = putDouble(at, rounded);
  const excess = typeof plain === 'bigint' ? Number(plain - BigInt(rounded)) : 0;
  room(end, 2);
  return scratch.writeUInt16BE(0x8000 + excess, end);
}

/** UTF-8, ended by 00 00; a 00 inside is written 00 FF, which sorts above the end. */
function putText(at: number, text: string): number {
  room(at, text.length * 3 + 2);
  if (text.includes('\0')) {
    let end = at;
    for (const byte of Buffer.from(text)) {
      end = putByte(end, byte);
      if (byte === 0) end = putByte(end, 0xff);
    }
    return putByte(putByte(end, 0), 0);
  }
  const end = at + scratch.write(text, at);
  return putByte(putByte(end, 0), 0);
}

function putBinary(at: number, value: Binary): number {
  room(at, 5);
  scratch.writeUInt32BE(value.length(), at);
  scratch.writeUInt8(value.sub_type, at + 4);
  return putBytes(at + 5, value.value() as Uint8Array);
}

/** As `compareValues` has it: per field the type, then the name, then the value. */
function putDoc(at: number, doc: Doc): number {
  let end = at;
  for (const [name, value] of Object.entries(doc)) {
    end = putByte(end, tags[typeOf(value)]);
    end = putPayload(putText(end, name), value);
  }
  return putByte(end, 0);
}

function putArray(at: number, values: Value[]): number {
  const end = values.reduce<number>((next, value) => putValue(next, value), at);
  return putByte(end, 0);
}

function putPayload(at: number, value: Maybe): number {
  switch (typeOf(value)) {
    case 'int':
    case 'long':
    case 'double':
    case 'decimal':
      return putNumber(at, value as number | bigint | Decimal128);
    case 'string':
      return putText(at, value as string);
    case 'object':
      return putDoc(at, value as Doc);
    case 'array':
      return putArray(at, value as Value[]);
    case 'binData':
      return putBinary(at, value as Binary);
    case 'objectId':
      return putBytes(at, Buffer.from((value as ObjectId).toHexString(), 'hex'));
    case 'bool':
      return putByte(at, value ? 1 : 0);
    case 'date':
      return putDouble(at, (value as Date).getTime());
    case 'timestamp':
      room(at, 8);
      return scratch.writeBigUInt64BE(BigInt.asUintN(64, (value as Timestamp).toBigInt()), at);
    case 'regex': {
      const { pattern, options } = patternOf(value as RegExp);
      return putText(putText(at, pattern), options);
    }
    default:
      return at;
  }
}

const putValue = (at: number, value: Maybe): number =>
  putPayload(putByte(at, tags[typeOf(value)]), value);

function putComponent(at: number, value: Maybe, direction: IndexKey['direction']): number {
  const end = putValue(at, value);
  if (direction === -1) invertInPlace(at, end);
  return end;
}

const taken = (end: number): Buffer => Buffer.from(scratch.subarray(0, end));

/** One ascending component. `undefined` is the key of an empty array. */
export const encodeValue = (value: Maybe): Buffer => taken(putValue(0, value));

/** Everything of the value's own type, as [first byte string, first byte string beyond). */
export function typeRange(value: Value): { from: Buffer; to: Buffer } {
  const type = typeOf(value);
  const tag = tags[type];
  // Comparisons never match NaN, which lies below -Infinity.
  const isNumber = tag === tags.int;
  return {
    from: isNumber ? encodeValue(Number.NEGATIVE_INFINITY) : Buffer.from([tag]),
    to: Buffer.from([tag + 1]),
  };
}

/** The first byte string beyond every string that begins with the prefix. */
export function successor(prefix: Buffer): Buffer {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end--;
  if (end === 0) return Buffer.from([0xff]);
  const next = Buffer.from(prefix.subarray(0, end));
  next[end - 1] = (next[end - 1] as number) + 1;
  return next;
}

/** The bytes of a string's key without its end: the prefix of the keys of all strings it begins. */
export const stringPrefix = (text: string): Buffer => encodeValue(text).subarray(0, -2);

export function invert(bytes: Buffer): Buffer {
  const inverted = Buffer.from(bytes);
  for (let at = 0; at < inverted.length; at++) inverted[at] = 0xff - (inverted[at] as number);
  return inverted;
}

/** The values under which a document is filed for one path: array elements apart, missing as null. */
function valuesFiled(doc: Doc, path: string): Maybe[] {
  const values: Maybe[] = [];
  for (const leaf of leavesAt(doc, path, 'whole')) {
    if (Array.isArray(leaf)) values.push(...(leaf.length === 0 ? [undefined] : leaf));
    else values.push(leaf ?? null);
  }
  return values.length === 0 ? [null] : values;
}

/** The paths that run into an array, as bits: bit i for the i-th key. */
export function multikeyBits(doc: Doc, keys: readonly IndexKey[]): number {
  return keys.reduce(
    (bits, { path }, at) => (isMultikeyAt(doc, path) ? bits | (1 << at) : bits),
    0,
  );
}

/** Two arrays that are not the same array would need their whole product filed. */
function refuseParallelArrays(keys: readonly IndexKey[], bits: number): void {
  const arrays = keys.filter((_, at) => bits & (1 << at)).map(({ path }) => path);
  const roots = new Set(arrays.map((path) => path.split('.')[0]));
  if (roots.size > 1) {
    throw failure(`cannot index parallel arrays [${arrays[1]}] [${arrays[0]}]`);
  }
}

/**
 * Every key under which the index files the document, without repetition, and where arrays are met.
 * A geographic index files nothing: its queries read the collection.
 * @throws DatabaseError when two keys of the index run into different arrays.
 */
export function keysOf(doc: Doc, keys: readonly IndexKey[]): { keys: Buffer[]; multikey: number } {
  if (keys.some(({ direction }) => direction === '2dsphere')) return { keys: [], multikey: 0 };
  const multikey = multikeyBits(doc, keys);
  if (multikey === 0) {
    let end = 0;
    for (const { path, direction } of keys) {
      end = putComponent(end, valuesFiled(doc, path)[0], direction);
    }
    return { keys: [taken(end)], multikey };
  }
  refuseParallelArrays(keys, multikey);
  let found = [Buffer.alloc(0)];
  for (const { path, direction } of keys) {
    const components = valuesFiled(doc, path).map((value) =>
      taken(putComponent(0, value, direction)),
    );
    found = found.flatMap((prefix) => components.map((part) => Buffer.concat([prefix, part])));
  }
  const distinct = new Map(found.map((bytes) => [bytes.toString('latin1'), bytes]));
  return { keys: [...distinct.values()], multikey };
}
