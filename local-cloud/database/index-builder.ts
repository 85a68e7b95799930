/** Changes the indexes of a collection, as WeChat's `POST /tcb/updateindex` does. */
import type { Catalog, Collection } from './catalog';
import { DatabaseError } from './database-error';
import { type IndexKey, keysOf } from './key';
import { Fetched } from './reader';
import { failure } from './semantics/failure';
import type { Store } from './store';
import { duplicateKey } from './writer';

export interface IndexSpec {
  name: string;
  unique: boolean;
  keys: { name: string; direction: '1' | '-1' | '2dsphere' }[];
}

const MAX_INDEXES = 20;

const invalid = (message: string): DatabaseError => new DatabaseError('INVALID_PARAM', message);

function indexKeys({ name, keys }: IndexSpec): IndexKey[] {
  if (!name || keys.length === 0) throw invalid('an index needs a name and at least one key');
  if (new Set(keys.map((key) => key.name)).size < keys.length) {
    throw invalid(`index ${name} names a field twice`);
  }
  return keys.map((key) => {
    if (!['1', '-1', '2dsphere'].includes(key.direction)) {
      throw invalid(`index ${name}: direction must be '1', '-1' or '2dsphere'`);
    }
    const direction = key.direction === '2dsphere' ? '2dsphere' : key.direction === '1' ? 1 : -1;
    return { path: key.name, direction };
  });
}

/** Files every document of the collection. @throws DatabaseError E11000 on the first duplicate. */
function build(store: Store, collection: Collection, id: number, spec: IndexSpec): void {
  const keys = indexKeys(spec);
  const index = { id, name: spec.name, isUnique: spec.unique, keys, multikey: 0 };
  let bits = 0;
  // All at once: SQLite must not read the documents while their entries are being written.
  for (const { row, body } of [...store.documents(collection.id)]) {
    const { doc } = new Fetched(row, body);
    const filed = keysOf(doc, keys);
    bits |= filed.multikey;
    for (const key of filed.keys) {
      if (spec.unique && store.holders(id, key).length > 0) {
        throw duplicateKey(collection, index, key, doc);
      }
      store.addEntry(id, key, row);
    }
  }
  if (bits !== 0) store.markMultikey(id, bits);
}

/**
 * Drops, then creates; all of it or nothing. An index that is already there as asked is left alone.
 * @throws DatabaseError when an index to drop is not there, a name is taken by another index, existing
 * documents violate uniqueness, or there would be more than 20 indexes besides `_id_`.
 */
export function updateIndexes(
  store: Store,
  catalog: Catalog,
  collection: Collection,
  create: readonly IndexSpec[],
  drop: readonly { name: string }[],
): void {
  const kept = new Map(collection.indexes.map((index) => [index.name, index]));
  store.atomically(() => {
    for (const { name } of drop) {
      if (name === '_id_') throw failure('cannot drop _id index');
      const index = kept.get(name);
      if (!index) throw failure(`index not found with name [${name}]`);
      store.dropIndex(index.id);
      kept.delete(name);
    }
    const names = new Set([...kept.keys(), ...create.map(({ name }) => name)]);
    if (names.size - 1 > MAX_INDEXES) {
      throw failure(`add index fails, too many indexes for ${collection.name}`);
    }
    for (const spec of create) {
      const keys = indexKeys(spec);
      const existing = kept.get(spec.name);
      if (existing) {
        const isSame =
          existing.isUnique === spec.unique &&
          JSON.stringify(existing.keys) === JSON.stringify(keys);
        if (isSame) continue;
        throw failure(`Index with name: ${spec.name} already exists with different options`);
      }
      const id = store.addIndex(collection.id, spec.name, spec.unique, JSON.stringify(keys));
      kept.set(spec.name, { id, name: spec.name, isUnique: spec.unique, keys, multikey: 0 });
      build(store, collection, id, spec);
    }
  });
  catalog.reload(collection);
}
