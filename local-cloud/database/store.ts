/**
 * The file underneath: documents as EJSON text, index keys as memcomparable bytes, and the catalogue,
 * in one SQLite database. This is the only module that knows SQLite, so that the driver can change.
 *
 * A document's row number is `collection × 2^40 + n`: the documents of a collection lie together, in
 * the order in which they were added.
 */
import { DatabaseSync } from '@photostructure/sqlite';

/** Layout of the file; a file of another layout is refused, never guessed at. */
const LAYOUT = 1;
const ROWS_PER_COLLECTION = 2 ** 40;
/** So many documents may be held at once. */
const FEW = 1000;

export interface StoredDocument {
  row: number;
  body: string;
}

export interface StoredIndex {
  id: number;
  collection: number;
  name: string;
  isUnique: boolean;
  /** JSON of the index's keys. */
  keys: string;
  /** Bit i is set when some document has an array at the i-th key. */
  multikey: number;
}

/** Keys from `low` (included) to `high` (excluded). */
export interface KeyRange {
  low: Buffer;
  high: Buffer;
}

const schema = `
  CREATE TABLE IF NOT EXISTS collection (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS indexes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, name TEXT NOT NULL,
    is_unique INTEGER NOT NULL, keys TEXT NOT NULL, multikey INTEGER NOT NULL DEFAULT 0,
    UNIQUE (collection, name));
  CREATE TABLE IF NOT EXISTS document (row INTEGER PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS entry (
    index_id INTEGER NOT NULL, key BLOB NOT NULL, row INTEGER NOT NULL,
    PRIMARY KEY (index_id, key, row)) WITHOUT ROWID;
`;

function open(file: string) {
  const db = new DatabaseSync(file);
  // FULL: an acknowledged write has reached the disk and survives a kill and a power cut.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;');
  const { user_version: layout } = db.prepare('PRAGMA user_version').get() as {
    user_version: number;
  };
  if (layout !== 0 && layout !== LAYOUT) {
    db.close();
    throw new Error(`${file} has layout ${layout}, this version reads ${LAYOUT}: delete the file`);
  }
  db.exec(`${schema} PRAGMA user_version = ${LAYOUT};`);
  return db;
}

/** A limit is written into the text: SQLite plans a statement anew for each bound one. */
const entries = (direction: 'ASC' | 'DESC', limit = -1): string => `
  SELECT entry.row AS row, body FROM entry CROSS JOIN document ON document.row = entry.row
  WHERE index_id = ? AND key >= ? AND key < ? ORDER BY key ${direction}, entry.row ${direction} LIMIT ${limit}`;

/** @param file path of the database file, or `:memory:`. */
export function openStore(file: string) {
  const db = open(file);
  const sql = {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    rollback: db.prepare('ROLLBACK'),
    collections: db.prepare('SELECT id, name FROM collection ORDER BY name'),
    addCollection: db.prepare('INSERT INTO collection (name) VALUES (?)'),
    indexes: db.prepare(`SELECT id, collection, name, is_unique AS isUnique, keys, multikey
      FROM indexes WHERE collection = ? ORDER BY id`),
    addIndex: db.prepare(
      'INSERT INTO indexes (collection, name, is_unique, keys) VALUES (?, ?, ?, ?)',
    ),
    dropIndex: db.prepare('DELETE FROM indexes WHERE id = ?'),
    dropEntries: db.prepare('DELETE FROM entry WHERE index_id = ?'),
    markMultikey: db.prepare('UPDATE indexes SET multikey = multikey | ? WHERE id = ?'),
    lastRow: db.prepare('SELECT max(row) AS row FROM document WHERE row >= ? AND row < ?'),
    count: db.prepare('SELECT count(*) AS total FROM document WHERE row >= ? AND row < ?'),
    documents: db.prepare('SELECT row, body FROM document WHERE row >= ? AND row < ? ORDER BY row'),
    putDocument: db.prepare('INSERT OR REPLACE INTO document (row, body) VALUES (?, ?)'),
    removeDocument: db.prepare('DELETE FROM document WHERE row = ?'),
    addEntry: db.prepare('INSERT INTO entry (index_id, key, row) VALUES (?, ?, ?)'),
    removeEntry: db.prepare('DELETE FROM entry WHERE index_id = ? AND key = ? AND row = ?'),
    holders: db.prepare('SELECT row FROM entry WHERE index_id = ? AND key = ?'),
    countEntries: db.prepare(
      'SELECT count(*) AS total FROM entry WHERE index_id = ? AND key >= ? AND key < ?',
    ),
    ascending: db.prepare(entries('ASC')),
    descending: db.prepare(entries('DESC')),
  };
  const limited = new Map<string, ReturnType<typeof db.prepare>>();
  /** One statement for each power of two. */
  const few = (isReverse: boolean, enough: number) => {
    const text = entries(isReverse ? 'DESC' : 'ASC', 2 ** Math.ceil(Math.log2(enough)));
    const statement = limited.get(text) ?? db.prepare(text);
    limited.set(text, statement);
    return statement;
  };
  const rowsOf = (collection: number): [number, number] => [
    collection * ROWS_PER_COLLECTION,
    (collection + 1) * ROWS_PER_COLLECTION,
  ];

  return {
    /** Runs the work in one durable transaction: all of it is written, or nothing. */
    atomically<T>(work: () => T): T {
      sql.begin.run();
      try {
        const result = work();
        sql.commit.run();
        return result;
      } catch (error) {
        sql.rollback.run();
        throw error;
      }
    },

    collections: () => sql.collections.all() as { id: number; name: string }[],
    addCollection: (name: string): number => Number(sql.addCollection.run(name).lastInsertRowid),

    indexes: (collection: number): StoredIndex[] =>
      sql.indexes
        .all(collection)
        .map((index: StoredIndex) => ({ ...index, isUnique: Boolean(index.isUnique) })),
    addIndex: (collection: number, name: string, isUnique: boolean, keys: string): number =>
      Number(sql.addIndex.run(collection, name, Number(isUnique), keys).lastInsertRowid),
    dropIndex(id: number): void {
      sql.dropEntries.run(id);
      sql.dropIndex.run(id);
    },
    markMultikey(id: number, bits: number): void {
      sql.markMultikey.run(bits, id);
    },

    /** The first row number that the collection has never used since the file was opened. */
    nextRow(collection: number): number {
      const [low, high] = rowsOf(collection);
      const { row } = sql.lastRow.get(low, high) as { row: number | null };
      return (row ?? low) + 1;
    },
    count: (collection: number): number =>
      (sql.count.get(...rowsOf(collection)) as { total: number }).total,
    /** In the order in which they were added. */
    documents: (collection: number): IterableIterator<StoredDocument> =>
      sql.documents.iterate(...rowsOf(collection)),
    putDocument(row: number, body: string): void {
      sql.putDocument.run(row, body);
    },
    removeDocument(row: number): void {
      sql.removeDocument.run(row);
    },

    addEntry(index: number, key: Buffer, row: number): void {
      sql.addEntry.run(index, key, row);
    },
    removeEntry(index: number, key: Buffer, row: number): void {
      sql.removeEntry.run(index, key, row);
    },
    /** The rows filed under exactly this key. */
    holders: (index: number, key: Buffer): number[] =>
      sql.holders.all(index, key).map(({ row }: { row: number }) => row),
    countEntries: (index: number, { low, high }: KeyRange): number =>
      (sql.countEntries.get(index, low, high) as { total: number }).total,
    /**
     * The documents of a range of keys in the order of the keys, or in the reverse.
     * `enough` of them are fetched at once, perhaps some more, which costs half of stepping through
     * them; without it they are stepped through.
     */
    entries(
      index: number,
      { low, high }: KeyRange,
      isReverse: boolean,
      enough?: number,
    ): Iterable<StoredDocument> {
      if (enough !== undefined && enough <= FEW)
        return few(isReverse, enough).all(index, low, high);
      return (isReverse ? sql.descending : sql.ascending).iterate(index, low, high);
    },

    close(): void {
      db.close();
    },
  };
}

export type Store = ReturnType<typeof openStore>;
