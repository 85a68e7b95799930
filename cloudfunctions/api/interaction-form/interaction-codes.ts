import { CODE_LENGTH, isCodeValid } from '../../../domain/class-code';
import { AppError } from '../../../domain/errors';
import type {
  CloseInteractionCode,
  InteractionCode,
  RecordInteractionCode,
} from '../../../domain/interaction-form/interaction-code.schema';
import { concernsClass, isOpen } from '../../../domain/interaction-form/interaction-form.rules';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, newStamps } from '../../kernel/database';
import { shortCode } from '../../kernel/short-code';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readClass, subjectOfClass } from '../roster.store';
import { readInteractionCode } from './interaction-code.store';
import { readCampaign } from './interaction-form.store';

export const presentInteractionCode = (code: InteractionCode, now: Date) => ({
  code: code._id,
  expiresAt: code.expiresAt,
  isValid: isCodeValid(code, now),
});

type Why = ReturnType<Caller['access']['authorize']>;

const putCode = async (
  tx: Transaction,
  ctx: Caller,
  code: InteractionCode,
  deed: { writeId: string; why: Why },
) => {
  await tx.put('interactionCodes', code);
  await tx.put(
    'audits',
    auditOf(ctx, {
      id: deed.writeId,
      action: 'interactionCode.record',
      collection: 'interactionCodes',
      documentId: code._id,
      why: deed.why,
    }),
  );
  return presentInteractionCode(code, ctx.now);
};

/** A new code for one's class and one form that students fill in; it ends when the form does. */
export async function recordInteractionCode(
  ctx: Caller,
  { campaignId, classId, writeId }: z.infer<typeof RecordInteractionCode>,
) {
  const [campaign, schoolClass] = await Promise.all([readCampaign(campaignId), readClass(classId)]);
  const why = ctx.access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');
  const isMeant =
    campaign?.schoolId === ctx.school._id &&
    campaign.respondent === 'student' &&
    concernsClass(campaign, classId);
  if (!isMeant) throw new AppError('notFound');
  if (!isOpen(campaign, ctx.today)) throw new AppError('formClosed');
  const code: InteractionCode = {
    _id: shortCode(`${campaignId} ${classId} ${writeId}`, CODE_LENGTH),
    ...newStamps(ctx),
    ...{ campaignId, classId, divisionId: schoolClass.divisionId },
    expiresAt: new Date(`${campaign.closesOn}T23:59:59+08:00`),
    endedAt: null,
  };
  return inTransaction(async (tx) => {
    const before = await tx.get<InteractionCode>('interactionCodes', code._id);
    if (before) return presentInteractionCode(before, ctx.now);
    return putCode(tx, ctx, code, { writeId, why });
  });
}

/** End a code before its time. */
export async function closeInteractionCode(
  ctx: Caller,
  { code, writeId }: z.infer<typeof CloseInteractionCode>,
) {
  const why = ctx.access.authorize(await readInteractionCode(code));
  return inTransaction(async (tx) => {
    const before = await tx.get<InteractionCode>('interactionCodes', code);
    if (!before) throw new Error('authorized without a code');
    if (before.endedAt !== null) return presentInteractionCode(before, ctx.now);
    const after = { ...before, ...changedStamps(before, ctx), endedAt: ctx.now };
    return putCode(tx, ctx, after, { writeId, why });
  });
}
