import { AsyncLocalStorage } from 'node:async_hooks';

/** What one event has asked the database for already. */
const reads = new AsyncLocalStorage<Map<string, Promise<unknown>>>();

/**
 * Within this, the same document is asked for once: a screen that puts several questions about one
 * student reads that student once. It lives as long as one event, and only for events that write
 * nothing, so nobody sees what was changed meanwhile any later than before.
 */
export const readingOnce = <T>(body: () => Promise<T>): Promise<T> => reads.run(new Map(), body);

export function once<T>(key: string, read: () => Promise<T>): Promise<T> {
  const known = reads.getStore();
  if (!known) return read();
  const found = known.get(key) as Promise<T> | undefined;
  if (found) return found;
  const reading = read();
  known.set(key, reading);
  return reading;
}
