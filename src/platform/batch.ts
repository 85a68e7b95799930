import type { ErrorCode } from '../../domain/errors';
import { callCloud } from './call';

/** A screen asks all its questions within one moment; they then cost one cloud call. */
const MOMENT_MS = 10;

/** What the function `api` accepts in one event. */
const MAX_CALLS = 10;

/** The product refused a call. The sentence is for the person, the rest for the page. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  /** Field path → sentence. */
  readonly fields: Readonly<Record<string, string>>;
  /** For `stale`: the version that stands. */
  readonly data: unknown;
  /** For `unexpected`: what the person reads out to the office. */
  readonly requestId: string | undefined;

  constructor(error: Refusal) {
    super(error.message);
    this.name = 'ApiError';
    this.code = error.code;
    this.fields = error.fields ?? {};
    this.data = error.data;
    this.requestId = error.requestId;
  }
}

interface Refusal {
  code: ErrorCode;
  message: string;
  fields?: Record<string, string>;
  data?: unknown;
  requestId?: string;
}

type Result = { data: unknown } | { error: Refusal };

interface Waiting {
  call: { path: string; input: unknown };
  resolve(data: unknown): void;
  reject(error: unknown): void;
}

let waiting: Waiting[] = [];

/**
 * Calls one procedure, together with whatever else is called within the same moment.
 *
 * @throws ApiError if the product refuses, CloudFailure if no answer came
 */
export function callProcedure(path: string, input: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (waiting.length === 0) setTimeout(sendAll, MOMENT_MS);
    waiting.push({ call: { path, input }, resolve, reject });
  });
}

function sendAll(): void {
  const all = waiting;
  waiting = [];
  for (let from = 0; from < all.length; from += MAX_CALLS) {
    void send(all.slice(from, from + MAX_CALLS));
  }
}

async function send(batch: readonly Waiting[]): Promise<void> {
  try {
    const reply = await callCloud({ calls: batch.map(({ call }) => call) });
    const { results } = reply as { results: Result[] };
    for (const [index, { resolve, reject }] of batch.entries()) {
      // An event that is refused as a whole has one result, for everyone.
      const result = (results[index] ?? results[0]) as Result;
      if ('error' in result) reject(new ApiError(result.error));
      else resolve(result.data);
    }
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
