import {
  type AttentionSettings,
  type ReviseAttentionCategories,
  standingSettings,
  withList,
} from '../../../domain/attention/attention-category.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, newStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { isStored, refuseStale, revisionOf } from '../write';

/** Set a list of categories from a day on, and the review intervals. Earlier lists stay. */
export async function reviseCategories(
  ctx: Caller,
  input: z.infer<typeof ReviseAttentionCategories>,
) {
  const { effectiveOn, categories, reviewDays, writeId } = input;
  const { school, today } = ctx;
  const why = ctx.access.authorize({ schoolId: school._id });
  return inTransaction(async (tx) => {
    const before = await tx.get<AttentionSettings>('attentionSettings', school._id);
    if (before && (await isStored(tx, 'revisions', before, input))) return { rev: before.rev };
    refuseStale(before, input, ({ rev, lists, reviewDays: days }) => ({
      ...{ rev, lists },
      reviewDays: days,
    }));
    const standing = standingSettings(before);
    const lists = withList(standing.lists, { effectiveOn, categories }, today);
    if (!lists) {
      throw new AppError('badInput', {
        sentence: '生效的日期要在今天到一年以内；学校最多保留 12 份清单。',
      });
    }
    const base = before ?? { _id: school._id, ...newStamps(ctx), rev: 0 };
    if (before) {
      const earlier = { lists: before.lists, reviewDays: before.reviewDays };
      await tx.put('revisions', revisionOf(before, earlier, ctx));
    }
    const after: AttentionSettings = {
      ...base,
      ...changedStamps(base, ctx),
      ...{ lists, reviewDays, lastWriteId: writeId },
    };
    await tx.put('attentionSettings', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'attentionCategory.revise',
        collection: 'attentionSettings',
        documentId: after._id,
        why,
      }),
    );
    return { rev: after.rev };
  });
}
