import type { Doc } from './value';

/** What an update may need besides the document. `nowMs`: milliseconds since 1970, for `$currentDate`. */
export interface UpdateContext {
  query?: Doc;
  nowMs?: number;
}

/** Applies update operators to a document and returns the new one; the given one stays as it is. */
export function applyUpdate(_doc: Doc, _update: Doc, _context: UpdateContext = {}): Doc {
  throw new Error('being written');
}
