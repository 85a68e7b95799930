import type { Grant } from '../../../domain/access/can';
import type { Action } from '../../../domain/access/permissions';
import { auditOf } from '../../kernel/audit';
import type { CollectionName } from '../../kernel/collections';
import { changedStamps } from '../../kernel/database';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { type Edit, type Editable, isStored, refuseStale, revisionOf } from '../write';

interface Change<T extends Editable, V> {
  collection: CollectionName;
  id: string;
  action: Action;
  why: Grant;
  edit: Edit;
  studentId?: string;
  reason?: string;
  /** Before anybody wrote it, at revision 0; without it there must be one. */
  begin?: () => T;
  /** Refuses what must not change any more; asked after repeated writes have been answered. */
  refuse?(before: T | null): void;
  change(base: T): Partial<T>;
  /** What an earlier wording keeps. */
  fieldsOf(document: T): object;
  present(document: T): V;
  /** What else changes with it, in the same transaction. */
  beside?(tx: Transaction, before: T | null, after: T): Promise<void>;
}

/**
 * One change of one document of this feature: its earlier wording, the document, what belongs
 * beside it, and the audit, all or nothing. Sending it again changes nothing.
 *
 * @throws AppError stale with the version that stands
 */
export function changeDocument<T extends Editable, V>(
  ctx: Caller,
  { collection, id, action, why, edit, studentId, reason, ...how }: Change<T, V>,
): Promise<V> {
  return inTransaction(async (tx) => {
    const before = await tx.get<T>(collection, id);
    if (before && (await isStored(tx, 'revisions', before, edit))) return how.present(before);
    how.refuse?.(before);
    refuseStale(before, edit, how.present);
    const base = before ?? how.begin?.();
    if (!base) throw new Error(`${collection} has nothing to change`);

    const after: T = {
      ...base,
      ...changedStamps(base, ctx),
      ...how.change(base),
      lastWriteId: edit.writeId,
    };
    if (before) {
      await tx.put('revisions', revisionOf(before, { ...how.fieldsOf(before) }, ctx));
    }
    await tx.put(collection, after);
    await how.beside?.(tx, before, after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: edit.writeId,
        action,
        collection,
        documentId: id,
        why,
        ...(studentId !== undefined && { studentId }),
        ...(reason !== undefined && { reason }),
      }),
    );
    return how.present(after);
  });
}
