import { CODE_LENGTH, isCodeValid } from '../../../domain/class-code';
import type {
  CloseHeartToHeartCode,
  HeartToHeartCode,
  RecordHeartToHeartCode,
} from '../../../domain/heart-to-heart-card/heart-to-heart-card.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, newStamps } from '../../kernel/database';
import { settle } from '../../kernel/settle';
import { shortCode } from '../../kernel/short-code';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readClass, subjectOfClass } from '../roster.store';
import { classLabelOf } from '../school-names';
import { readCode, readCodesOfClass } from './heart-to-heart-card.store';

const DAY_MS = 86_400_000;

const presentCode = ({ _id, expiresAt, endedAt, createdAt }: HeartToHeartCode, now: Date) => ({
  code: _id,
  createdAt,
  expiresAt,
  isValid: isCodeValid({ expiresAt, endedAt }, now),
});

/** A new code for one's class; those given out before stay valid until they end. */
export async function recordCode(ctx: Caller, input: z.infer<typeof RecordHeartToHeartCode>) {
  const schoolClass = await readClass(input.classId);
  const why = ctx.access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');
  const code: HeartToHeartCode = {
    _id: shortCode(`${input.classId} ${input.writeId}`, CODE_LENGTH),
    ...newStamps(ctx),
    classId: schoolClass._id,
    divisionId: schoolClass.divisionId,
    expiresAt: new Date(ctx.now.getTime() + input.days * DAY_MS),
    endedAt: null,
  };
  return inTransaction(async (tx) => {
    const before = await tx.get<HeartToHeartCode>('heartToHeartCodes', code._id);
    if (before) return presentCode(before, ctx.now);
    await tx.put('heartToHeartCodes', code);
    // Cards are given out with the code (S4-257): who answers is the child's own affair.
    const { classId, divisionId, _id: refId } = code;
    await settle(tx, ctx, { kind: 'heartToHeartCard', on: ctx.today, classId, divisionId, refId });
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'heartToHeartCode.record',
        collection: 'heartToHeartCodes',
        documentId: code._id,
        why,
      }),
    );
    return presentCode(code, ctx.now);
  });
}

/** End a code before its time: the slip with it has gone astray. */
export async function closeCode(ctx: Caller, input: z.infer<typeof CloseHeartToHeartCode>) {
  const why = ctx.access.authorize(await readCode(input.code));
  return inTransaction(async (tx) => {
    const before = await tx.get<HeartToHeartCode>('heartToHeartCodes', input.code);
    if (!before) throw new Error('authorized without a code');
    if (before.endedAt !== null) return presentCode(before, ctx.now);
    const after = { ...before, ...changedStamps(before, ctx), endedAt: ctx.now };
    await tx.put('heartToHeartCodes', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'heartToHeartCode.record',
        collection: 'heartToHeartCodes',
        documentId: after._id,
        why,
      }),
    );
    return presentCode(after, ctx.now);
  });
}

export async function listCodes(ctx: Caller, classId: string) {
  const [schoolClass, codes] = await Promise.all([
    readClass(classId),
    readCodesOfClass(ctx.school._id, classId),
  ]);
  ctx.access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');
  return {
    classLabel: classLabelOf(ctx, schoolClass),
    codes: codes.map((code) => presentCode(code, ctx.now)),
  };
}
