import {
  followedUp,
  nextReview,
  pickCaseWords,
  refusedReviewDay,
  takenBack,
} from '../../../domain/attention/attention-case.rules';
import {
  type AttentionCase,
  type AttentionFollowUp,
  followUpIdOf,
  type RecordFollowUp,
  type VoidFollowUp,
} from '../../../domain/attention/attention-case.schema';
import { standingSettings } from '../../../domain/attention/attention-category.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, newStamps, readOne } from '../../kernel/database';
import { settle, unsettle } from '../../kernel/settle';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { revisionOf } from '../write';
import { readAttentionSettings, readCase } from './attention.store';
import { presentCase, subjectOfCase } from './attention-view';
import { noteCase } from './note-case';

const ENDED = '这份档案已经结束，只能查看。';

/** A follow-up as the duties see it. */
const reviewOf = (
  { _id, on, studentId }: AttentionFollowUp,
  { classId, divisionId }: AttentionCase,
) => ({ kind: 'attentionReview' as const, on, studentId, classId, divisionId, refId: _id });

/**
 * Look at a case again: 无变化 in one tap, or what has changed and when next. The case moves to
 * its next review, and to its next revision: a plan edited from before is stale.
 */
export async function recordFollowUp(ctx: Caller, input: z.infer<typeof RecordFollowUp>) {
  const { caseId, writeId, change, text, doneIds = [] } = input;
  const [found, settings] = await Promise.all([
    readCase(caseId),
    readAttentionSettings(ctx.school._id),
  ]);
  const why = ctx.access.authorize(subjectOfCase(found));
  const { reviewDays } = standingSettings(settings);
  const id = followUpIdOf(caseId, writeId);

  return inTransaction(async (tx) => {
    const before = await tx.get<AttentionCase>('attentionCases', caseId);
    if (!before) throw new AppError('notFound');
    // Sent again, perhaps after others have looked at the case too.
    if (await tx.get('attentionFollowUps', id)) return presentCase(ctx, before);
    if (before.status !== 'open') throw new AppError('badInput', { sentence: ENDED });
    const level = input.level ?? before.level;
    const nextOn = input.nextOn ?? nextReview(level, ctx.today, reviewDays);
    const refusal = refusedReviewDay(nextOn, level, ctx.today, reviewDays);
    if (refusal) throw new AppError('badInput', { sentence: refusal, fields: { nextOn: refusal } });

    const stamps = changedStamps(before, ctx);
    const { reviewOn, lastFollowUpId, lastFollowUpAt, measures } = before;
    const followUp: AttentionFollowUp = {
      _id: id,
      ...newStamps(ctx),
      caseId,
      studentId: before.studentId,
      on: ctx.today,
      byName: ctx.member.name,
      ...{ change, text, nextOn, level, leftRev: stamps.rev },
      before: { reviewOn, level: before.level, lastFollowUpId, lastFollowUpAt, measures },
      voidedAt: null,
    };
    const after = { ...followedUp(before, followUp, doneIds), ...stamps, lastWriteId: writeId };
    await tx.put('revisions', revisionOf(before, pickCaseWords(before), ctx));
    await tx.put('attentionFollowUps', followUp);
    await tx.put('attentionCases', after);
    await noteCase(tx, ctx, after);
    await settle(tx, ctx, reviewOf(followUp, after));
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'attentionFollowUp.record',
        collection: 'attentionFollowUps',
        documentId: id,
        studentId: before.studentId,
        why,
      }),
    );
    return presentCase(ctx, after);
  });
}

/** Take back one's own last follow-up: a tap can be a slip. It stays on record, struck out. */
export async function voidFollowUp(ctx: Caller, input: z.infer<typeof VoidFollowUp>) {
  const { caseId, followUpId, writeId } = input;
  const asked = await readOne<AttentionFollowUp>('attentionFollowUps', followUpId);
  const why = ctx.access.authorize(
    asked && { schoolId: asked.schoolId, memberId: asked.createdBy },
  );

  return inTransaction(async (tx) => {
    const followUp = await tx.get<AttentionFollowUp>('attentionFollowUps', followUpId);
    const before = await tx.get<AttentionCase>('attentionCases', caseId);
    if (!before || followUp?.caseId !== caseId) throw new AppError('notFound');
    if (followUp.voidedAt) return presentCase(ctx, before);
    const back = takenBack(before, followUp);
    if (!back) {
      throw new AppError('stale', { sentence: '之后档案又有新的跟进或者改动，这一条不能撤回了。' });
    }
    const stamps = { ...changedStamps(before, ctx), lastWriteId: writeId };
    const after: AttentionCase = { ...before, ...back, ...stamps };
    await tx.put('revisions', revisionOf(before, pickCaseWords(before), ctx));
    await tx.put('attentionFollowUps', { ...followUp, voidedAt: ctx.now });
    await tx.put('attentionCases', after);
    await noteCase(tx, ctx, after);
    await unsettle(tx, ctx, reviewOf(followUp, after));
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'attentionFollowUp.void',
        collection: 'attentionFollowUps',
        documentId: followUpId,
        studentId: before.studentId,
        why,
      }),
    );
    return presentCase(ctx, after);
  });
}
