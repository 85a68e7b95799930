import { AppError } from '../../domain/errors';
import { db, type SdkTransaction } from './cloud';
import type { CollectionName } from './collections';

/**
 * What a transaction may do here. Not `where`: the SDK sends its writes without the transaction's
 * id, so they would survive a rollback.
 */
export interface Transaction {
  get<T>(collection: CollectionName, id: string): Promise<T | null>;
  /** Store the whole document, new or not. A whole document leaves no half-merged field behind. */
  put<T extends { _id: string }>(collection: CollectionName, document: T): Promise<void>;
}

const wrap = (sdk: SdkTransaction): Transaction => ({
  async get<T>(collection: CollectionName, id: string) {
    const { data } = await sdk.collection(collection).doc(id).get();
    return (data as T | null | undefined) ?? null;
  },
  async put(collection, { _id, ...data }) {
    await sdk.collection(collection).doc(_id).set({ data });
  },
});

/** Whoever writes with seven others at the same counters is served too. */
const TRIES = 8;

/**
 * The conflict of an operation reaches us as -501001, the code of anything the SDK does not know;
 * only a conflict at commit keeps its name (platform rule). Retrying both is safe because bodies
 * can be repeated.
 */
function isConflict(error: unknown): boolean {
  const { errCode, code } = (error ?? {}) as { errCode?: number; code?: string };
  return errCode === -501001 || code === 'DATABASE_TRANSACTION_CONFLICT';
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Run a body that may be repeated, all or nothing. It must only touch the database through the
 * transaction. Throws `busy` when other writers stay in the way.
 */
export async function inTransaction<T>(body: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.runTransaction((sdk: SdkTransaction) => body(wrap(sdk)), 0);
    } catch (error) {
      if (!isConflict(error)) throw error;
      if (attempt === TRIES) throw new AppError('busy');
      await pause(2 ** attempt * 5 * (0.5 + Math.random()));
    }
  }
}
