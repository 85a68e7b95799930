/** What the database asks of a document before it is stored. */
import { randomBytes } from 'node:crypto';
import { calculateObjectSize } from 'bson';
import { DatabaseError } from './database-error';
import { failure } from './semantics/failure';
import { checkStorable } from './semantics/update-path';
import { type Doc, setField, typeOf, type Value } from './semantics/value';

const MAX_BYTES = 16 * 1024 * 1024;
/** 32 hexadecimal digits, unguessable. */
const newId = (): string => randomBytes(16).toString('hex');

/** A dotted name could be stored but never addressed: every path would take it for two names. */
function refuseNames(doc: Doc): void {
  for (const [field, value] of Object.entries(doc)) {
    if (field.startsWith('$')) {
      throw failure(
        `The dollar ($) prefixed field '${field}' in '${field}' is not valid for storage.`,
      );
    }
    if (field.includes('.')) {
      throw failure(`The dotted field '${field}' in '${field}' is not valid for storage.`);
    }
    checkStorable(value, field);
  }
}

function refuseId(id: Value): void {
  const type = typeOf(id);
  if (type === 'array' || type === 'regex') {
    throw failure(`The '_id' value cannot be of type ${type}`);
  }
}

/**
 * The document as it is stored: with an id, and the id first.
 * @throws DatabaseError when a field's name or the type of the id may not be stored.
 */
export function storable(doc: Doc): Doc {
  refuseNames(doc);
  const { _id = newId(), ...fields } = doc;
  refuseId(_id);
  const stored: Doc = { _id };
  for (const [field, value] of Object.entries(fields)) setField(stored, field, value);
  return stored;
}

/** @throws DatabaseError beyond 16 MB of BSON. @param body the document's EJSON text. */
export function refuseOversize(doc: Doc, body: string): void {
  // BSON is never five times as long as the text, so that few documents need the exact sum.
  if (body.length < MAX_BYTES / 5) return;
  const bytes = calculateObjectSize(doc);
  if (bytes > MAX_BYTES) {
    throw failure(`object to insert too large. size in bytes: ${bytes}, max size: ${MAX_BYTES}`);
  }
}

/** An id as the wire carries it beside the documents: a string or a number as it is. */
export const plainId = (id: Value): string | number =>
  typeof id === 'string' || typeof id === 'number' ? id : String(id);

export const missingCollection = (name: string): DatabaseError =>
  new DatabaseError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  );
