import { readOne } from './database';
import type { Transaction } from './transaction';

/** How often something may happen within a while. */
export interface Allowance {
  /** What is counted, and of whom: `cardTry~<openid>`. */
  key: string;
  max: number;
  hours: number;
}

/** One document a key, begun anew when its time is over: counters never pile up. */
interface RateCounter {
  _id: string;
  count: number;
  expiresAt: Date;
}

const HOUR_MS = 3_600_000;

const countAt = (counter: RateCounter | null, now: Date): number =>
  counter && new Date(counter.expiresAt) > now ? counter.count : 0;

/** Whether it has happened as often as it may. One database request. */
export async function isUsedUp({ key, max }: Allowance, now: Date): Promise<boolean> {
  return countAt(await readOne<RateCounter>('rateCounters', key), now) >= max;
}

/**
 * Count one more within a transaction.
 *
 * @returns false, and counts nothing, if it has happened as often as it may
 */
export async function countOne(
  tx: Transaction,
  { key, max, hours }: Allowance,
  now: Date,
): Promise<boolean> {
  const before = await tx.get<RateCounter>('rateCounters', key);
  const count = countAt(before, now);
  if (count >= max) return false;
  const expiresAt =
    count > 0 && before ? before.expiresAt : new Date(now.getTime() + hours * HOUR_MS);
  await tx.put<RateCounter>('rateCounters', { _id: key, count: count + 1, expiresAt });
  return true;
}
