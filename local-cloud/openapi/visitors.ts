import type { AccountStore } from '../account/account-store';
import type { Clock } from '../clock';

/** msgSecCheck accepts people who used the mini-program within the last two hours. */
const ACTIVE_MS = 2 * 3_600_000;

/** Which openids belong to this mini-program, and when each was last here. */
export interface Visitors {
  visited(openid: string): void;
  isKnown(openid: unknown): boolean;
  isActive(openid: string): boolean;
}

export function createVisitors(options: {
  account: AccountStore;
  clock: Clock;
  /** Openids that are known before they ever come. */
  people: readonly { openid: string }[];
}): Visitors {
  const { account, clock } = options;
  const expected = new Set(options.people.map(({ openid }) => openid));
  account.define(
    'CREATE TABLE IF NOT EXISTS visits (openid TEXT PRIMARY KEY, at INTEGER NOT NULL)',
  );
  const lastVisit = (openid: string) =>
    account.one<{ at: number }>('SELECT at FROM visits WHERE openid = ?', openid)?.at;

  return {
    visited: (openid) =>
      void account.run(
        'INSERT INTO visits VALUES (?, ?) ON CONFLICT (openid) DO UPDATE SET at = excluded.at',
        openid,
        clock.now(),
      ),
    isKnown: (openid) =>
      typeof openid === 'string' && (expected.has(openid) || lastVisit(openid) !== undefined),
    isActive: (openid) => clock.now() - (lastVisit(openid) ?? -Infinity) <= ACTIVE_MS,
  };
}
