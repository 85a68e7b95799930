/** Every write to the file goes through here: documents, their index entries, uniqueness, history. */
import type { Collection } from './catalog';
import type { Change } from './change';
import type { History } from './history';
import { encodeValue, invert, keysOf } from './key';
import type { PlannedIndex } from './planner';
import type { Fetched } from './reader';
import { failure } from './semantics/failure';
import { leavesAt } from './semantics/path';
import { render } from './semantics/render';
import type { Doc, Maybe } from './semantics/value';
import type { Store } from './store';

export const keyName = (index: PlannedIndex, key: Buffer): string =>
  `${index.id}:${key.toString('latin1')}`;

/** The keys under which the unique indexes file a document, by name. */
export function uniqueKeys(
  collection: Collection,
  document: Fetched | null,
): Map<string, { index: PlannedIndex; key: Buffer }> {
  const found = new Map<string, { index: PlannedIndex; key: Buffer }>();
  if (!document) return found;
  for (const index of collection.indexes) {
    if (!index.isUnique) continue;
    for (const key of keysOf(document.doc, index.keys).keys) {
      found.set(keyName(index, key), { index, key });
    }
  }
  return found;
}

/** The value that made the key; of an array, the element. */
function keyedValue(doc: Doc, index: PlannedIndex, at: number, key: Buffer): Maybe {
  const { path, direction } = index.keys[at] as PlannedIndex['keys'][number];
  const values = leavesAt(doc, path, 'expand');
  const isKey = (value: Maybe): boolean => {
    const bytes = encodeValue(value ?? null);
    return key.includes(direction === -1 ? invert(bytes) : bytes);
  };
  return values.find(isKey) ?? null;
}

/** MongoDB's error 11000, inside the envelope in which the cloud hands on every failed write. */
export function duplicateKey(collection: Collection, index: PlannedIndex, key: Buffer, doc: Doc) {
  const values = index.keys.map(
    ({ path }, at) => `${path}: ${render(keyedValue(doc, index, at, key) ?? null)}`,
  );
  return failure(
    `E11000 duplicate key error collection: local.${collection.name} index: ${index.name} dup key: { ${values.join(', ')} }`,
  );
}

export function createWriter(store: Store, history: History) {
  function removeEntries({ collection, row, before }: Change): void {
    if (!before) return;
    for (const index of collection.indexes) {
      for (const key of keysOf(before.doc, index.keys).keys) store.removeEntry(index.id, key, row);
    }
  }

  function addEntries({ collection, row, after }: Change, bits: Map<PlannedIndex, number>): void {
    if (!after) return;
    for (const index of collection.indexes) {
      const { keys, multikey } = keysOf(after.doc, index.keys);
      for (const key of keys) {
        if (index.isUnique && store.holders(index.id, key).length > 0) {
          throw duplicateKey(collection, index, key, after.doc);
        }
        store.addEntry(index.id, key, row);
      }
      if (multikey & ~index.multikey) bits.set(index, (bits.get(index) ?? 0) | multikey);
    }
  }

  return {
    /**
     * Runs the work, which hands over its changes; all of them are written durably, or none.
     * Changes handed over together may exchange unique keys among themselves.
     */
    atomically<T>(work: (put: (changes: readonly Change[]) => void) => T): T {
      const written: Change[] = [];
      const bits = new Map<PlannedIndex, number>();
      const result = store.atomically(() => {
        const value = work((changes) => {
          for (const change of changes) removeEntries(change);
          for (const change of changes) {
            addEntries(change, bits);
            if (change.after) store.putDocument(change.row, change.after.body);
            else store.removeDocument(change.row);
          }
          written.push(...changes);
        });
        for (const [index, multikey] of bits) store.markMultikey(index.id, multikey);
        return value;
      });
      for (const [index, multikey] of bits) index.multikey |= multikey;
      if (written.length > 0) history.record(written);
      return result;
    },
  };
}

export type Writer = ReturnType<typeof createWriter>;
