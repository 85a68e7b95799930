/**
 * Transactions as the cloud has them: a snapshot from the first operation, writes kept aside until the
 * commit, the first writer of a document wins, and a loser hears of it at the operation that lost.
 */

import { randomUUID } from 'node:crypto';
import type { Collection } from './catalog';
import type { Change } from './change';
import { DatabaseError } from './database-error';
import type { History } from './history';
import type { Overlay } from './reader';
import type { Store } from './store';
import { duplicateKey, uniqueKeys, type Writer } from './writer';

/** Milliseconds from the start to the commit. */
const LIFETIME = 30_000;
const ADVICE = 'Please check your request, but if the problem persists, contact us.';

const conflict = (): DatabaseError =>
  new DatabaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${ADVICE}`,
  );

const unknownTransaction = (): DatabaseError =>
  new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${ADVICE}`,
  );

const busy = (): DatabaseError =>
  new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy. ${ADVICE}`,
  );

/**
 * Milliseconds for which an operation occupies its transaction. The cloud refuses two operations at
 * once; ours take so little time that `Promise.all` inside a transaction would otherwise go unnoticed.
 */
const OCCUPIED = 1;

/** Thrown at an ordinary write when a transaction holds what it wants to change. */
export class HeldByTransaction extends Error {
  constructor(readonly released: Promise<void>) {
    super('a transaction holds the document');
  }
}

export interface Transaction {
  id: string;
  startedAt: number;
  /** The version that it sees, from its first operation on. */
  snapshot?: number;
  /** row → the change from what the file has; several writes of one document are one change. */
  changes: Map<number, Change>;
  /** Names of the rows and unique keys that nobody else may write before it ends. */
  locks: Set<string>;
  /** Names of the unique keys of the documents that it wrote, with their rows. */
  keys: Map<string, number>;
  isBusy: boolean;
  released: Promise<void>;
  release(): void;
}

const rowName = (row: number): string => `row:${row}`;

function lockNames({ collection, row, before, after }: Change): string[] {
  const keys = [before, after].flatMap((side) => [...uniqueKeys(collection, side).keys()]);
  return [rowName(row), ...keys];
}

export function createTransactions(
  store: Store,
  writer: Writer,
  history: History,
  now: () => number,
) {
  const open = new Map<string, Transaction>();
  const holders = new Map<string, Transaction>();

  function end(transaction: Transaction): void {
    open.delete(transaction.id);
    for (const name of transaction.locks) holders.delete(name);
    if (transaction.snapshot !== undefined) history.release(transaction.snapshot);
    transaction.release();
  }

  function expire(): void {
    for (const transaction of [...open.values()]) {
      if (now() - transaction.startedAt >= LIFETIME) end(transaction);
    }
  }

  function get(id: unknown): Transaction {
    expire();
    const transaction = typeof id === 'string' ? open.get(id) : undefined;
    if (!transaction) throw unknownTransaction();
    return transaction;
  }

  function overlay(transaction: Transaction, collection: Collection): Overlay {
    transaction.snapshot ??= history.take();
    const seen = history.since(transaction.snapshot, collection.id);
    for (const [row, change] of transaction.changes) {
      if (change.collection === collection) seen.set(row, change.after);
    }
    return seen;
  }

  /** A key that the change newly claims must be free in the snapshot, now, and among its own writes. */
  function claimKeys(transaction: Transaction, snapshot: number, change: Change): void {
    const { collection, row, after } = change;
    if (!after) return;
    const held = uniqueKeys(collection, change.before);
    const past = history.since(snapshot, collection.id);
    for (const [name, { index, key }] of uniqueKeys(collection, after)) {
      if (held.has(name)) continue;
      if ((transaction.keys.get(name) ?? row) !== row) {
        throw duplicateKey(collection, index, key, after.doc);
      }
      for (const other of store.holders(index.id, key)) {
        if (other === row || transaction.changes.has(other)) continue;
        if (history.hasChanged(other, snapshot)) throw conflict();
        throw duplicateKey(collection, index, key, after.doc);
      }
      for (const [other, document] of past) {
        if (other === row || transaction.changes.has(other)) continue;
        if (uniqueKeys(collection, document).has(name)) throw conflict();
      }
    }
  }

  return {
    start(): string {
      expire();
      let release = (): void => undefined;
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const id = randomUUID();
      open.set(id, {
        id,
        startedAt: now(),
        changes: new Map(),
        locks: new Set(),
        keys: new Map(),
        isBusy: false,
        released,
        release,
      });
      return id;
    },

    /**
     * Runs one operation of a transaction. As in MongoDB, an error ends the transaction.
     * @throws DatabaseError `DATABASE_TRANSACTION_FAIL` when the transaction is unknown, over, older
     * than 30 seconds, or busy with another operation.
     */
    async operate<T>(id: unknown, work: (transaction: Transaction) => T): Promise<T> {
      const transaction = get(id);
      if (transaction.isBusy) throw busy();
      transaction.isBusy = true;
      await new Promise((resolve) => setTimeout(resolve, OCCUPIED));
      transaction.isBusy = false;
      get(id);
      try {
        return work(transaction);
      } catch (error) {
        end(transaction);
        throw error;
      }
    },

    overlay,

    /** @throws DatabaseError on a conflict or a duplicate key; the transaction is then to be aborted. */
    put(transaction: Transaction, change: Change): void {
      transaction.snapshot ??= history.take();
      const { snapshot } = transaction;
      const names = lockNames(change);
      const isTaken = names.some((name) => (holders.get(name) ?? transaction) !== transaction);
      if (isTaken || history.hasChanged(change.row, snapshot)) throw conflict();
      claimKeys(transaction, snapshot, change);
      for (const name of names) {
        holders.set(name, transaction);
        transaction.locks.add(name);
      }
      for (const name of uniqueKeys(change.collection, change.before).keys()) {
        transaction.keys.delete(name);
      }
      for (const name of uniqueKeys(change.collection, change.after).keys()) {
        transaction.keys.set(name, change.row);
      }
      // Of several writes to one document the file only ever sees the first state and the last.
      const earlier = transaction.changes.get(change.row);
      transaction.changes.set(change.row, earlier ? { ...change, before: earlier.before } : change);
    },

    /**
     * @returns how many documents were written.
     * @throws DatabaseError when an index that was built meanwhile refuses a key.
     */
    commit(id: unknown): number {
      const transaction = get(id);
      if (transaction.isBusy) throw busy();
      const changes = [...transaction.changes.values()].filter(
        ({ before, after }) => before !== null || after !== null,
      );
      try {
        if (changes.length > 0) writer.atomically((put) => put(changes));
        return changes.length;
      } finally {
        end(transaction);
      }
    },

    abort(id: unknown): void {
      end(get(id));
    },

    /** @throws HeldByTransaction when an ordinary write has to wait for a transaction. */
    refuseHeld(change: Change): void {
      if (holders.size === 0) return;
      for (const name of lockNames(change)) {
        const holder = holders.get(name);
        if (holder) throw new HeldByTransaction(holder.released);
      }
    },

    /** Ends the transactions whose 30 seconds are over. */
    expire,
  };
}

export type Transactions = ReturnType<typeof createTransactions>;
