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

const END = Buffer.from([0]);

/** Eight bytes in numeric order: negative numbers inverted, the others with the sign bit set. */
function orderedDouble(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  if (Number.isNaN(value)) return Buffer.alloc(8);
  if ((bytes[0] as number) & 0x80) return invert(bytes);
  bytes[0] = (bytes[0] as number) | 0x80;
  return bytes;
}

/** A double, then what a long beyond 2^53 exceeds it by: such longs differ only there. */
function numberBytes(value: number | bigint | Decimal128): Buffer {
  const plain = typeof value === 'object' ? Number(value.toString()) : value;
  const rounded = Number(plain);
  const excess = Buffer.alloc(2);
  excess.writeUInt16BE(0x8000 + (typeof plain === 'bigint' ? Number(plain - BigInt(rounded)) : 0));
  return Buffer.concat([orderedDouble(rounded), excess]);
}

/** UTF-8, ended by 00 00; a 00 inside is written 00 FF, which sorts above the end. */
function textBytes(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes.includes(0) ? escapeZeros(bytes) : bytes, END, END]);
}

function escapeZeros(bytes: Buffer): Buffer {
  const escaped: number[] = [];
  for (const byte of bytes) escaped.push(...(byte === 0 ? [0, 0xff] : [byte]));
  return Buffer.from(escaped);
}

function binaryBytes(value: Binary): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(value.length());
  head.writeUInt8(value.sub_type, 4);
  return Buffer.concat([head, value.value() as Buffer]);
}

/** As `compareValues` has it: per field the type, then the name, then the value. */
function docBytes(doc: Doc): Buffer {
  const parts = Object.entries(doc).flatMap(([name, value]) => {
    const encoded = encodeValue(value);
    return [encoded.subarray(0, 1), textBytes(name), encoded.subarray(1)];
  });
  return Buffer.concat([...parts, END]);
}

function payload(type: TypeName, value: Value): Buffer {
  switch (type) {
    case 'int':
    case 'long':
    case 'double':
    case 'decimal':
      return numberBytes(value as number | bigint | Decimal128);
    case 'string':
      return textBytes(value as string);
    case 'object':
      return docBytes(value as Doc);
    case 'array':
      return Buffer.concat([...(value as Value[]).map(encodeValue), END]);
    case 'binData':
      return binaryBytes(value as Binary);
    case 'objectId':
      return Buffer.from((value as ObjectId).toHexString(), 'hex');
    case 'bool':
      return Buffer.from([value ? 1 : 0]);
    case 'date':
      return orderedDouble((value as Date).getTime());
    case 'timestamp': {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64BE(BigInt.asUintN(64, (value as Timestamp).toBigInt()));
      return bytes;
    }
    case 'regex': {
      const { pattern, options } = patternOf(value as RegExp);
      return Buffer.concat([textBytes(pattern), textBytes(options)]);
    }
    default:
      return Buffer.alloc(0);
  }
}

/** One ascending component. `undefined` is the key of an empty array. */
export function encodeValue(value: Maybe): Buffer {
  const type = typeOf(value);
  return Buffer.concat([Buffer.from([tags[type]]), payload(type, value as Value)]);
}

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
  return Buffer.from(bytes.map((byte) => 0xff - byte));
}

/** The values under which a document is filed for one path: array elements apart, missing as null. */
function componentsAt(doc: Doc, { path, direction }: IndexKey): Buffer[] {
  const values: Maybe[] = [];
  for (const leaf of leavesAt(doc, path, 'whole')) {
    if (Array.isArray(leaf)) values.push(...(leaf.length === 0 ? [undefined] : leaf));
    else values.push(leaf ?? null);
  }
  if (values.length === 0) values.push(null);
  const encoded = values.map(encodeValue);
  return direction === -1 ? encoded.map(invert) : encoded;
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
    return {
      keys: [Buffer.concat(keys.map((key) => componentsAt(doc, key)[0] as Buffer))],
      multikey,
    };
  }
  refuseParallelArrays(keys, multikey);
  let found = [Buffer.alloc(0)];
  for (const key of keys) {
    const components = componentsAt(doc, key);
    found = found.flatMap((prefix) => components.map((part) => Buffer.concat([prefix, part])));
  }
  const distinct = new Map(found.map((bytes) => [bytes.toString('latin1'), bytes]));
  return { keys: [...distinct.values()], multikey };
}
