import type { Collection } from './catalog';
import type { Fetched } from './reader';

/** One document's step from one state to the next; null: it is not there. */
export interface Change {
  collection: Collection;
  row: number;
  before: Fetched | null;
  after: Fetched | null;
}
