/**
 * What documents looked like before each write, for as long as an open transaction may still need to
 * see it. Kept in memory: transactions do not outlive the process.
 */
import type { Change } from './change';
import type { Fetched } from './reader';

interface Past {
  version: number;
  collection: number;
  row: number;
  before: Fetched | null;
}

export function createHistory() {
  let version = 0;
  let pasts: Past[] = [];
  const changedAt = new Map<number, number>();
  const snapshots: number[] = [];

  return {
    /** A snapshot of now: what is written later stays reconstructible until it is released. */
    take(): number {
      snapshots.push(version);
      return version;
    },

    release(snapshot: number): void {
      snapshots.splice(snapshots.indexOf(snapshot), 1);
      if (snapshots.length === 0) {
        pasts = [];
        changedAt.clear();
      } else {
        const oldest = Math.min(...snapshots);
        pasts = pasts.filter((past) => past.version > oldest);
      }
    },

    /** Called once for everything that became visible together. */
    record(changes: readonly Change[]): void {
      version++;
      if (snapshots.length === 0) return;
      for (const { collection, row, before } of changes) {
        pasts.push({ version, collection: collection.id, row, before });
        changedAt.set(row, version);
      }
    },

    hasChanged: (row: number, snapshot: number): boolean => (changedAt.get(row) ?? 0) > snapshot,

    /** The rows of a collection written since the snapshot, as they were then; null: not there yet. */
    since(snapshot: number, collection: number): Map<number, Fetched | null> {
      const found = new Map<number, Fetched | null>();
      for (const past of pasts) {
        if (past.version <= snapshot || past.collection !== collection) continue;
        if (!found.has(past.row)) found.set(past.row, past.before);
      }
      return found;
    },
  };
}

export type History = ReturnType<typeof createHistory>;
