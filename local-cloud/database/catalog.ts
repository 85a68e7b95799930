/** The collections and their indexes, kept in memory and in the file. */

import { DatabaseError } from './database-error';
import { missingCollection } from './document';
import type { IndexKey } from './key';
import type { PlannedIndex } from './planner';
import type { Store, StoredIndex } from './store';

export interface Collection {
  id: number;
  name: string;
  /** The first is always `_id_`. */
  indexes: PlannedIndex[];
}

const NAME = /^[A-Za-z_][\w-]{0,127}$/;

const planned = ({ id, name, isUnique, keys, multikey }: StoredIndex): PlannedIndex => ({
  id,
  name,
  isUnique,
  keys: JSON.parse(keys) as IndexKey[],
  multikey,
});

export function openCatalog(store: Store) {
  const collections = new Map<string, Collection>();
  const nextRows = new Map<number, number>();
  for (const { id, name } of store.collections()) {
    collections.set(name, { id, name, indexes: store.indexes(id).map(planned) });
  }

  return {
    all: (): Collection[] => [...collections.values()],

    has: (name: string): boolean => collections.has(name),

    /** @throws DatabaseError `DATABASE_COLLECTION_NOT_EXIST`: a collection is never made in passing. */
    get(name: string): Collection {
      const collection = collections.get(name);
      if (!collection) throw missingCollection(name);
      return collection;
    },

    /** @throws DatabaseError when the name is taken or not one that the cloud accepts. */
    create(name: string): void {
      if (!NAME.test(name)) {
        throw new DatabaseError(
          'INVALID_PARAM',
          `invalid collection name: ${JSON.stringify(name)}`,
        );
      }
      if (collections.has(name)) {
        throw new DatabaseError(
          'DATABASE_COLLECTION_ALREADY_EXIST',
          '[ResourceUnavailable.ResourceExist] Table exist. Please check your request, but if the problem persists, contact us.',
        );
      }
      const id = store.atomically(() => {
        const created = store.addCollection(name);
        store.addIndex(created, '_id_', true, JSON.stringify([{ path: '_id', direction: 1 }]));
        return created;
      });
      collections.set(name, { id, name, indexes: store.indexes(id).map(planned) });
    },

    /** Reads the indexes again from the file, after they were changed there. */
    reload(collection: Collection): void {
      collection.indexes = store.indexes(collection.id).map(planned);
    },

    /** A row number that no document of the collection has or had since the file was opened. */
    newRow(collection: Collection): number {
      const row = nextRows.get(collection.id) ?? store.nextRow(collection.id);
      nextRows.set(collection.id, row + 1);
      return row;
    },
  };
}

export type Catalog = ReturnType<typeof openCatalog>;
