import type { Doc } from './value';

/** The part of a document that a find projection lets through, as a new document. */
export function project(_doc: Doc, _projection: Doc): Doc {
  throw new Error('being written');
}
