import type { Grant } from '../../../domain/access/can';
import { type Departure, HANDED_AT_ONCE } from '../../../domain/leaving/departure.schema';
import type { Stored } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import type { CollectionName } from '../../kernel/collections';
import { changedStamps } from '../../kernel/database';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';

/** What is particular to one kind of document that somebody had in hand. */
interface InHand<T> {
  collection: CollectionName;
  /** All that were found; the first few are handed over now. */
  all: readonly { _id: string }[];
  /** What changes; null where it is theirs no more. */
  change(before: T, tx: Transaction): Promise<Partial<T> | null> | Partial<T> | null;
  studentOf?(before: T): string | null;
}

/**
 * Hands over some documents, each in a transaction of its own with its audit, so that it can be cut
 * off anywhere and goes on. @returns whether that was all
 */
export async function handOverEach<T extends Stored>(
  ctx: Caller,
  departure: Departure,
  why: Grant,
  { collection, all, change, studentOf }: InHand<T>,
): Promise<boolean> {
  for (const { _id } of all.slice(0, HANDED_AT_ONCE)) {
    await inTransaction(async (tx) => {
      const before = await tx.get<T>(collection, _id);
      const changes = before && (await change(before, tx));
      if (!before || !changes) return;
      const lastWriteId = departure._id;
      await tx.put<T>(collection, {
        ...{ ...before, ...changedStamps(before, ctx), ...changes },
        lastWriteId,
      });
      await tx.put(
        'audits',
        auditOf(ctx, {
          ...{ id: departure._id, action: 'departure.record', collection, documentId: _id },
          ...{ studentId: studentOf?.(before) ?? null, why, reason: departure.reason },
        }),
      );
    });
  }
  return all.length <= HANDED_AT_ONCE;
}
