import type { z } from 'zod/mini';
import {
  FEEDBACK_DAYS,
  type ReviseMentoringSettings,
} from '../../../domain/school/mentoring-settings.schema';
import type { School } from '../../../domain/school/school.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { isStored, refuseStale, revisionOf } from '../write';

const feedbackDaysOf = ({ visitFeedbackDays = FEEDBACK_DAYS }: School): number => visitFeedbackDays;

/** What a school sets for those who accompany students; also what a stale edit is answered with. */
export const presentMentoringSettings = (school: School) => ({
  rev: school.rev,
  ...school.mentoring,
  visitFeedbackDays: feedbackDaysOf(school),
});

/** Set how many mentees a mentor may have, how often they talk, when a visit's feedback is owed; the next call of anybody sees it. */
export async function reviseMentoringSettings(
  ctx: Caller,
  input: z.infer<typeof ReviseMentoringSettings>,
) {
  const why = ctx.access.authorize({ schoolId: ctx.school._id });
  const { capacity, talkEveryDays, visitFeedbackDays } = input;
  return inTransaction(async (tx) => {
    const before = await tx.get<School>('schools', ctx.school._id);
    if (!before) throw new Error('the school of this call is gone');
    if (await isStored(tx, 'revisions', before, input)) return { rev: before.rev };
    refuseStale(before, input, presentMentoringSettings);

    const after: School = {
      ...before,
      ...changedStamps(before, ctx),
      mentoring: { capacity, talkEveryDays },
      visitFeedbackDays,
      lastWriteId: input.writeId,
    };
    const earlier = { mentoring: before.mentoring, visitFeedbackDays: feedbackDaysOf(before) };
    await tx.put('revisions', revisionOf(before, earlier, ctx));
    await tx.put('schools', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'mentoringSetting.revise',
        collection: 'schools',
        documentId: after._id,
        why,
      }),
    );
    return { rev: after.rev };
  });
}
