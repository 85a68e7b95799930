import type { Grant } from '../../../domain/access/can';
import type { Action } from '../../../domain/access/permissions';
import type { School } from '../../../domain/school/school.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { type Edit, isStored, refuseStale, revisionOf } from '../write';

interface Change {
  action: Action;
  why: Grant;
  edit: Edit;
  change(before: School): Partial<School>;
  /** What is stored with it. */
  beside?(tx: Transaction): Promise<void>;
}

/** Change the school's own document; the next call of anybody sees it. */
export async function changeSchool(ctx: Caller, { action, why, edit, change, beside }: Change) {
  return inTransaction(async (tx) => {
    const before = await tx.get<School>('schools', ctx.school._id);
    if (!before) throw new Error('the school of this call is gone');
    if (await isStored(tx, 'revisions', before, edit)) return { rev: before.rev };
    refuseStale(before, edit, ({ rev, name, structure }) => ({ rev, name, structure }));
    const after: School = {
      ...before,
      ...changedStamps(before, ctx),
      ...change(before),
      lastWriteId: edit.writeId,
    };
    const { name, structure } = before;
    await beside?.(tx);
    await tx.put('revisions', revisionOf(before, { name, structure }, ctx));
    await tx.put('schools', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: edit.writeId,
        action,
        collection: 'schools',
        documentId: after._id,
        why,
      }),
    );
    return { rev: after.rev };
  });
}
