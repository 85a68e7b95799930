/** Where an operation reads and writes: straight on the file, or inside a transaction. */
import type { Collection } from './catalog';
import type { Change } from './change';
import { type Found, find, type Question } from './reader';
import type { Store } from './store';
import type { Transaction, Transactions } from './transactions';

export interface Session {
  find(collection: Collection, question: Question): Found;
  /** Hands over one change. Later reads of the same session see it. */
  put(change: Change): void;
}

/** @param put writes to the file; left out where the session only reads. */
export const plainSession = (
  store: Store,
  transactions: Transactions,
  put?: (changes: readonly Change[]) => void,
): Session => ({
  find: (collection, question) => find(store, collection, question),
  put(change) {
    if (!put) throw new Error('a reading session was asked to write');
    transactions.refuseHeld(change);
    put([change]);
  },
});

export const transactionSession = (
  store: Store,
  transactions: Transactions,
  transaction: Transaction,
): Session => ({
  find: (collection, question) =>
    find(store, collection, question, transactions.overlay(transaction, collection)),
  put: (change) => transactions.put(transaction, change),
});
