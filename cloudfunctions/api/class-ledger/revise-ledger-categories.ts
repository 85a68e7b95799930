import type { z } from '../../../domain/schema';
import type { ReviseLedgerCategories } from '../../../domain/school/ledger-category.schema';
import type { School } from '../../../domain/school/school.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { isStored, refuseStale, revisionOf } from '../write';

/** Edit the school's list of categories; the next call of anybody sees it. */
export async function reviseLedgerCategories(
  ctx: Caller,
  input: z.infer<typeof ReviseLedgerCategories>,
) {
  const why = ctx.access.authorize({ schoolId: ctx.school._id });
  return inTransaction(async (tx) => {
    const before = await tx.get<School>('schools', ctx.school._id);
    if (!before) throw new Error('the school of this call is gone');
    if (await isStored(tx, 'revisions', before, input)) return { rev: before.rev };
    refuseStale(before, input, ({ rev, ledgerCategories }) => ({ rev, ledgerCategories }));

    const after: School = {
      ...before,
      ...changedStamps(before, ctx),
      ledgerCategories: input.categories,
      lastWriteId: input.writeId,
    };
    const { ledgerCategories } = before;
    await tx.put('revisions', revisionOf(before, { ledgerCategories }, ctx));
    await tx.put('schools', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'ledgerCategory.revise',
        collection: 'schools',
        documentId: after._id,
        why,
      }),
    );
    return { rev: after.rev };
  });
}
