import { randomUUID } from 'node:crypto';
import type { AccountStore } from '../account/account-store';
import type { Clock } from '../clock';
import type { Invocation } from './invocation';
import type { WireCost } from './wire-cost';

/** The basic package's calls a month (计费相关: storage, database and function calls together). */
export const MONTHLY_CALLS = 200_000;
const KEPT_INVOCATIONS = 1_000;

/** Requests that the monthly quota does not count: opening and closing a transaction costs nothing. */
const UNBILLED_DATABASE_ACTIONS = new Set([
  'database.addCollection',
  'database.startTransaction',
  'database.commitTransaction',
  'database.abortTransaction',
]);

const isBilled = (action: string) =>
  (action.startsWith('database.') && !UNBILLED_DATABASE_ACTIONS.has(action)) ||
  action === 'storage.upload' ||
  action === 'storage.download';

export interface MeterTotals {
  invocations: number;
  requests: number;
  billedCalls: number;
  documents: { read: number; returned: number; written: number };
}

export interface Meter {
  begin(
    call: Pick<Invocation, 'functionName' | 'source'> &
      Partial<Pick<Invocation, 'openid' | 'parentId'>>,
  ): Invocation;
  /** Counts one request of the SDK. Without an invocation it came from a tool or a browser. */
  request(
    invocation: Invocation | undefined,
    action: string,
    cost?: WireCost,
    isInTransaction?: boolean,
  ): void;
  finish(invocation: Invocation): void;
  /** The latest `count` finished invocations, newest first. */
  last(count: number): Invocation[];
  /** Since the local cloud started. */
  totals(): MeterTotals;
  /** Billed calls of the current month (UTC+8); survives a restart. */
  billedThisMonth(): number;
  /** Tells of every finished invocation. The returned function ends it. */
  onInvocation(listener: (invocation: Invocation) => void): () => void;
}

export function createMeter({ clock, account }: { clock: Clock; account: AccountStore }): Meter {
  account.define(
    'CREATE TABLE IF NOT EXISTS usage (month TEXT PRIMARY KEY, billed INTEGER NOT NULL)',
  );
  const finished: Invocation[] = [];
  const listeners = new Set<(invocation: Invocation) => void>();
  const totals: MeterTotals = {
    invocations: 0,
    requests: 0,
    billedCalls: 0,
    documents: { read: 0, returned: 0, written: 0 },
  };
  const month = () => new Date(clock.now() + 8 * 3_600_000).toISOString().slice(0, 7);

  function bill(invocation: Invocation | undefined): void {
    if (invocation) invocation.billedCalls += 1;
    totals.billedCalls += 1;
    account.run(
      'INSERT INTO usage VALUES (?, 1) ON CONFLICT (month) DO UPDATE SET billed = billed + 1',
      month(),
    );
  }

  return {
    begin(call) {
      const invocation: Invocation = {
        ...call,
        id: randomUUID(),
        startedAt: clock.now(),
        isRunning: true,
        isColdStart: false,
        outcome: 'ok',
        requests: {},
        transactionRequests: 0,
        billedCalls: 0,
        documents: { read: 0, returned: 0, written: 0 },
        trips: 0,
        resultBytes: 0,
        milliseconds: 0,
        scans: [],
        logs: [],
      };
      bill(invocation);
      return invocation;
    },

    request(invocation, action, cost = {}, isInTransaction = false) {
      totals.requests += 1;
      if (isBilled(action)) bill(invocation);
      for (const documents of [totals.documents, invocation?.documents]) {
        if (!documents) continue;
        documents.read += cost.read ?? 0;
        documents.returned += cost.returned ?? 0;
        documents.written += cost.written ?? 0;
      }
      if (!invocation) return;
      invocation.requests[action] = (invocation.requests[action] ?? 0) + 1;
      if (isInTransaction) invocation.transactionRequests += 1;
      if (cost.scan) invocation.scans.push(cost.scan);
    },

    finish(invocation) {
      invocation.isRunning = false;
      totals.invocations += 1;
      finished.push(invocation);
      if (finished.length > KEPT_INVOCATIONS) finished.shift();
      for (const listener of listeners) listener(invocation);
    },

    last: (count) => finished.slice(-count).reverse(),
    totals: () => structuredClone(totals),
    billedThisMonth: () =>
      account.one<{ billed: number }>('SELECT billed FROM usage WHERE month = ?', month())
        ?.billed ?? 0,
    onInvocation(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
