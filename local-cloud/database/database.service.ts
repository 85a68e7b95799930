/** The database of the local cloud: the wire actions of the SDK, and what the console and seeds need. */
import type { WireCost } from '../meter/wire-cost';
import type { Service, WireAction, WireReply } from '../service';
import { type Collection, openCatalog } from './catalog';
import { DatabaseError } from './database-error';
import { plainId } from './document';
import { createHistory } from './history';
import { type IndexSpec, updateIndexes } from './index-builder';
import * as operations from './operations';
import { count } from './reader';
import type { Doc } from './semantics/value';
import { plainSession, type Session, transactionSession } from './session';
import { openStore } from './store';
import { createTransactions, HeldByTransaction } from './transactions';
import * as wire from './wire';
import { createWriter } from './writer';

export type Scan = NonNullable<WireCost['scan']>;

export interface DatabaseOptions {
  /** Path of the database file, or `:memory:`. */
  file: string;
  /** The cloud's clock, milliseconds since 1970 (UTC): server dates, `$currentDate`, expiry. */
  now(): number;
  /** Told of every search that looked at more than 1,000 documents for want of an index. */
  log?(scan: Scan): void;
  /** Milliseconds that an ordinary write waits for a transaction which holds its document. */
  lockWait?: number;
}

export interface CollectionSummary {
  name: string;
  documents: number;
  indexes: IndexSpec[];
}

export interface DatabaseService extends Service {
  listCollections(): CollectionSummary[];
  ensureCollection(name: string): void;
  /** @throws DatabaseError; see `updateIndexes` in index-builder. */
  updateIndexes(
    collection: string,
    create: readonly IndexSpec[],
    drop: readonly { name: string }[],
  ): void;
  /** Documents in the order in which they were added. */
  peek(collection: string, limit: number, skip?: number): Doc[];
  /** Adds all or none, in one durable write. @returns the ids in the same order. */
  insertMany(collection: string, docs: readonly Doc[]): (string | number)[];
  stop(): void;
}

/** Documents that a search may look at without an index before it is reported. */
const SCAN_LIMIT = 1000;

const timedOut = (): DatabaseError =>
  new DatabaseError(
    'DATABASE_REQUEST_FAILED',
    '[FailedOperation] operation exceeded time limit: a transaction holds the document',
  );

const delay = (ms: number): { over: Promise<void>; cancel(): void } => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return { over, cancel: () => clearTimeout(timer) };
};

export function createDatabase(options: DatabaseOptions): DatabaseService {
  const { file, now, log, lockWait = 5000 } = options;
  const store = openStore(file);
  const catalog = openCatalog(store);
  const history = createHistory();
  const writer = createWriter(store, history);
  const transactions = createTransactions(store, writer, history, now);
  const reading = plainSession(store, transactions);

  function costOf(searches: readonly operations.Search[]): WireCost {
    const cost: WireCost = {};
    for (const { collection, query, examined, lackingIndex } of searches) {
      cost.collection ??= collection;
      cost.read = (cost.read ?? 0) + examined;
      if (!lackingIndex || examined <= SCAN_LIMIT) continue;
      const scan: Scan = { collection, query, rows: examined, lackingIndex };
      cost.scan ??= scan;
      log?.(scan);
    }
    return cost;
  }

  const inTransaction = <T>(id: unknown, work: (session: Session) => T): Promise<T> =>
    transactions.operate(id, (transaction) =>
      work(transactionSession(store, transactions, transaction)),
    );

  const toRead = async <T>(body: wire.Body, work: (session: Session) => T): Promise<T> =>
    body.transactionId ? inTransaction(body.transactionId, work) : work(reading);

  /** An ordinary write waits for the transaction that holds what it wants to change. */
  async function waiting<T>(work: () => T): Promise<T> {
    const patience = delay(lockWait);
    let isOver = false;
    void patience.over.then(() => {
      isOver = true;
    });
    try {
      for (;;) {
        transactions.expire();
        try {
          return work();
        } catch (error) {
          if (!(error instanceof HeldByTransaction)) throw error;
          if (isOver) throw timedOut();
          await Promise.race([error.released, patience.over]);
        }
      }
    } finally {
      patience.cancel();
    }
  }

  const toWrite = async <T>(body: wire.Body, work: (session: Session) => T): Promise<T> =>
    body.transactionId
      ? inTransaction(body.transactionId, work)
      : waiting(() => writer.atomically((put) => work(plainSession(store, transactions, put))));

  const target = (body: wire.Body): Collection => catalog.get(wire.collectionName(body));

  const actions: Record<string, WireAction> = {
    'database.addCollection'(body) {
      catalog.create(wire.collectionName(body));
      return { body: {}, cost: {} };
    },

    async 'database.insertDocument'(body) {
      const ids = await toWrite(body, (session) => {
        const docs = wire.documents(body, now());
        return operations.insert(session, catalog, target(body), docs);
      });
      return {
        body: { data: { insertedIds: ids.map(plainId) } },
        cost: { collection: wire.collectionName(body), written: ids.length },
      };
    },

    async 'database.getDocument'(body) {
      const { list, search } = await toRead(body, (session) => {
        const projection = wire.projection(body);
        return operations.read(session, target(body), {
          query: wire.query(body),
          order: wire.order(body),
          skip: wire.skip(body),
          limit: wire.limit(body),
          ...(projection && { projection }),
        });
      });
      return { body: { data: { list } }, cost: { ...costOf([search]), returned: list.length } };
    },

    'database.calculateDocument'(body) {
      const collection = target(body);
      const query = wire.query(body);
      const { total, ...found } = count(store, collection, query);
      const cost = costOf([{ collection: collection.name, query, ...found }]);
      return { body: { data: { total } }, cost };
    },

    async 'database.modifyDocument'(body) {
      const { updated, upsertedId, search } = await toWrite(body, (session) =>
        operations.modify(session, catalog, target(body), {
          query: wire.demandedQuery(body),
          data: wire.modification(body, now()),
          isReplacement: body.merge === false,
          isUpsert: body.upsert === true,
          isMulti: body.multi === true,
          now: now(),
        }),
      );
      const upsert = upsertedId === undefined ? {} : { upsert_id: plainId(upsertedId) };
      return {
        body: { data: { updated, ...upsert } },
        cost: { ...costOf([search]), written: updated + (upsertedId === undefined ? 0 : 1) },
      };
    },

    async 'database.removeDocument'(body) {
      const { deleted, search } = await toWrite(body, (session) =>
        operations.remove(session, target(body), wire.demandedQuery(body), body.multi === true),
      );
      return { body: { data: { deleted } }, cost: { ...costOf([search]), written: deleted } };
    },

    async 'database.aggregateDocuments'(body) {
      const { list, searches } = await toRead(body, (session) =>
        operations.aggregate(session, catalog, target(body), wire.stages(body), now()),
      );
      return { body: { data: { list } }, cost: { ...costOf(searches), returned: list.length } };
    },

    'database.startTransaction': () => ({ body: { transactionId: transactions.start() } }),

    'database.commitTransaction'(body) {
      // What it writes was counted by the operations.
      transactions.commit(body.transactionId);
      return { body: {} };
    },

    'database.abortTransaction'(body) {
      transactions.abort(body.transactionId);
      return { body: {} };
    },
  };

  return {
    name: 'database',
    actions: Object.fromEntries(
      Object.entries(actions).map(([name, action]) => [name, answering(action)]),
    ),

    listCollections: () =>
      catalog.all().map((collection) => ({
        name: collection.name,
        documents: store.count(collection.id),
        indexes: collection.indexes.map(({ name, isUnique, keys }) => ({
          name,
          unique: isUnique,
          keys: keys.map(({ path, direction }) => ({
            name: path,
            direction: String(direction) as '1' | '-1' | '2dsphere',
          })),
        })),
      })),

    ensureCollection(name) {
      if (!catalog.has(name)) catalog.create(name);
    },

    updateIndexes(name, create, drop) {
      updateIndexes(store, catalog, catalog.get(name), create, drop);
    },

    peek: (name, limit, skip = 0) =>
      reading.find(catalog.get(name), { query: {}, limit, skip }).rows.map(({ doc }) => doc),

    insertMany(name, docs) {
      const collection = catalog.get(name);
      const ids = writer.atomically((put) =>
        operations.insert(plainSession(store, transactions, put), catalog, collection, docs),
      );
      return ids.map(plainId);
    },

    stop: () => store.close(),
  };
}

/** An error of the database is an answer; any other is a fault of ours and stays one. */
function answering(action: WireAction): WireAction {
  return async (body, caller): Promise<WireReply> => {
    try {
      return await action(body, caller);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      return { body: { code: error.code, message: error.message } };
    }
  };
}
