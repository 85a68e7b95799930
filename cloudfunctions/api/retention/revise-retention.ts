import type { z } from '../../../domain/schema';
import {
  RETENTION_PRESET,
  type ReviseRetention,
} from '../../../domain/school/retention-settings.schema';
import type { School } from '../../../domain/school/school.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { isStored, refuseStale, revisionOf } from '../write';

/** Set how long what is kept, and whether it goes by itself; the next night works by it. */
export async function reviseRetention(ctx: Caller, input: z.infer<typeof ReviseRetention>) {
  const why = ctx.access.authorize({ schoolId: ctx.school._id });
  const { rev: _rev, writeId, ...retention } = input;
  return inTransaction(async (tx) => {
    const before = await tx.get<School>('schools', ctx.school._id);
    if (!before) throw new Error('the school of this call is gone');
    if (await isStored(tx, 'revisions', before, input)) return { rev: before.rev };
    const standing = before.retention ?? RETENTION_PRESET;
    refuseStale(before, input, ({ rev }) => ({ rev, ...standing }));
    const after: School = {
      ...before,
      ...changedStamps(before, ctx),
      retention,
      lastWriteId: writeId,
    };
    await tx.put('revisions', revisionOf(before, { retention: standing }, ctx));
    await tx.put('schools', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'retention.revise',
        collection: 'schools',
        documentId: after._id,
        why,
        reason: retention.isOn ? '按期限自动清理' : '不自动清理',
      }),
    );
    return { rev: after.rev };
  });
}
