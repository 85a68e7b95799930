import type { WireCost } from './wire-cost';

/** Where a call came from; `getWXContext().SOURCE` chains these with commas. */
export type Source = 'wx_client' | 'wx_trigger' | 'wx_devtools' | 'scf';

export interface LogLine {
  at: number;
  level: 'debug' | 'log' | 'info' | 'warn' | 'error';
  text: string;
}

/** One run of a function and what it cost. Grows while the function runs. */
export interface Invocation {
  readonly id: string;
  readonly functionName: string;
  readonly openid?: string;
  /** The chain as `getWXContext().SOURCE` shows it, e.g. `wx_client,scf`. */
  readonly source: string;
  /** The invocation that called this one, when a function called a function. */
  readonly parentId?: string;
  /** Milliseconds since the epoch, by the local cloud's clock. */
  readonly startedAt: number;
  isRunning: boolean;
  /** Was a new instance started for it? */
  isColdStart: boolean;
  /** How it ended: `ok`, or the client's error code. */
  outcome: 'ok' | number;
  errorMessage?: string;
  /** SDK requests by action, e.g. `{ 'database.getDocument': 2 }`. */
  requests: Record<string, number>;
  /** Those of `requests` that began, made up or ended a transaction. */
  transactionRequests: number;
  /** What the monthly quota is charged: this run, database reads and writes, file transfers. */
  billedCalls: number;
  documents: { read: number; returned: number; written: number };
  /** The longest chain of SDK requests that waited for one another. */
  trips: number;
  /** Size of the result as JSON. */
  resultBytes: number;
  /** Wall time inside the instance, without its cold start. */
  milliseconds: number;
  /** Queries that looked at more than 1,000 rows without an index. */
  scans: NonNullable<WireCost['scan']>[];
  logs: LogLine[];
}
