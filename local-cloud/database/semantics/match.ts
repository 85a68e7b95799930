import type { Doc } from './value';

/** Compiles a query into a test of one document. @throws DatabaseError on a query MongoDB refuses. */
export function compileQuery(_query: Doc): (doc: Doc) => boolean {
  throw new Error('being written');
}
