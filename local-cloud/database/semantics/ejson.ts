/**
 * Canonical EJSON, the form in which the SDK sends and receives every query, document and update.
 * Reading is ours for the frequent types: a search reads each document that it looks at, and the
 * `bson` package takes three times as long. It reads the rare types, and writes everything.
 */
import { EJSON } from 'bson';
import { failure } from './failure';
import { type Doc, isDoc, setField, type Value } from './value';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

function integer(digits: string): Value {
  const plain = Number(digits);
  return Number.isSafeInteger(plain) ? plain : BigInt(digits);
}

function double(text: string): Value {
  const value = Number(text);
  if (Number.isNaN(value) && text !== 'NaN') throw failure(`invalid number: ${text}`);
  return value;
}

function date(content: Json): Value {
  if (typeof content === 'string' || typeof content === 'number') return new Date(content);
  return new Date(Number((content as JsonObject).$numberLong));
}

const frequent: Readonly<Record<string, (content: Json) => Value>> = {
  $numberInt: (content) => integer(String(content)),
  $numberLong: (content) => integer(String(content)),
  $numberDouble: (content) => double(String(content)),
  $date: date,
};

const rare: ReadonlySet<string> = new Set([
  '$oid',
  '$binary',
  '$uuid',
  '$numberDecimal',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$undefined',
]);

function regularExpression(content: Json): Value {
  const { pattern, options = '' } = content as { pattern: string; options?: string };
  const unknown = [...options].find((flag) => !'imsxlu'.includes(flag));
  if (unknown) throw failure(`invalid flag in regex options: ${unknown}`);
  return EJSON.deserialize({ $regularExpression: { pattern, options } }) as unknown as Value;
}

function revive(json: Json): Value {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map(revive);
  const fields = Object.keys(json);
  const first = fields[0];
  if (fields.length === 1 && first !== undefined && first.startsWith('$')) {
    const content = json[first] as Json;
    const read = frequent[first];
    if (read) return read(content);
    if (first === '$regularExpression') return regularExpression(content);
    if (rare.has(first)) return EJSON.deserialize(json, { relaxed: false }) as unknown as Value;
  }
  const doc: Doc = {};
  for (const field of fields) setField(doc, field, revive(json[field] as Json));
  return doc;
}

/**
 * Reads one EJSON text (canonical, relaxed or plain JSON).
 * @throws DatabaseError `DATABASE_REQUEST_FAILED` when the text is not EJSON.
 */
export function parseEjson(text: string): Value {
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    throw failure('the request holds text that is not EJSON');
  }
  return revive(json);
}

/** Like `parseEjson`, for a text that must hold a document: a query, an update, a record. */
export function parseEjsonDoc(text: string): Doc {
  const value = parseEjson(text);
  if (!isDoc(value)) throw failure('the request holds a value where a document is expected');
  return value;
}

/** Writes a value as one canonical EJSON text; `parseEjson` gives the same value back. */
export const toEjson = (value: Value): string => EJSON.stringify(value, { relaxed: false });

/**
 * Replaces every `{$tcb_server_date: {offset}}` by a date, in a new value.
 * @param nowMs the server's clock, milliseconds since 1970 (UTC); `offset` is in milliseconds too.
 */
export function resolveServerDates<T extends Value>(value: T, nowMs: number): T;
export function resolveServerDates(value: Value, nowMs: number): Value {
  if (Array.isArray(value)) return value.map((item) => resolveServerDates(item, nowMs));
  if (!isDoc(value)) return value;
  const marker = value.$tcb_server_date;
  if (marker !== undefined) {
    const offset = isDoc(marker) ? Number(marker.offset ?? 0) : 0;
    return new Date(nowMs + offset);
  }
  const copy: Doc = {};
  for (const [field, item] of Object.entries(value)) {
    setField(copy, field, resolveServerDates(item, nowMs));
  }
  return copy;
}

/** Whether a server date waits to be resolved anywhere in the value. */
export function hasServerDate(value: Value): boolean {
  if (Array.isArray(value)) return value.some(hasServerDate);
  if (!isDoc(value)) return false;
  return '$tcb_server_date' in value || Object.values(value).some(hasServerDate);
}
