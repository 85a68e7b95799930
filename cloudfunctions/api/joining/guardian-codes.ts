import { CODE_LENGTH, isCodeValid } from '../../../domain/class-code';
import {
  type CloseGuardianCode,
  GUARDIAN_CODE_DAYS,
  type GuardianCode,
  type RecordGuardianCode,
} from '../../../domain/joining/guardian-request.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { miniProgramCode } from '../../kernel/cloud';
import { changedStamps, newStamps } from '../../kernel/database';
import { shortCode } from '../../kernel/short-code';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readClass, subjectOfClass } from '../roster.store';
import { classLabelOf } from '../school-names';
import { readGuardianCode } from './joining.store';

const DAY_MS = 86_400_000;

/** The page that the picture opens, with the code as its scene. */
const JOIN_PAGE = 'pages/joining/guardian/index';

export const presentGuardianCode = (code: GuardianCode, now: Date) => ({
  code: code._id,
  expiresAt: code.expiresAt,
  isValid: isCodeValid(code, now),
});

/** A new code for the guardians of one's class; those given out before stay valid until they end. */
export async function recordGuardianCode(
  ctx: Caller,
  { classId, writeId }: z.infer<typeof RecordGuardianCode>,
) {
  const schoolClass = await readClass(classId);
  const why = ctx.access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');
  const code: GuardianCode = {
    _id: shortCode(`guardians ${classId} ${writeId}`, CODE_LENGTH),
    ...newStamps(ctx),
    classId,
    divisionId: schoolClass.divisionId,
    schoolName: ctx.school.name,
    classLabel: classLabelOf(ctx, schoolClass),
    expiresAt: new Date(ctx.now.getTime() + GUARDIAN_CODE_DAYS * DAY_MS),
    endedAt: null,
  };
  return inTransaction(async (tx) => {
    const before = await tx.get<GuardianCode>('guardianCodes', code._id);
    if (before) return presentGuardianCode(before, ctx.now);
    await tx.put('guardianCodes', code);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'guardianCode.record',
        collection: 'guardianCodes',
        documentId: code._id,
        why,
      }),
    );
    return presentGuardianCode(code, ctx.now);
  });
}

/** End a code before its time: the picture has gone further than it should. */
export async function closeGuardianCode(ctx: Caller, input: z.infer<typeof CloseGuardianCode>) {
  const why = ctx.access.authorize(await readGuardianCode(input.code));
  return inTransaction(async (tx) => {
    const before = await tx.get<GuardianCode>('guardianCodes', input.code);
    if (!before) throw new Error('authorized without a code');
    if (before.endedAt !== null) return presentGuardianCode(before, ctx.now);
    const after = { ...before, ...changedStamps(before, ctx), endedAt: ctx.now };
    await tx.put('guardianCodes', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'guardianCode.record',
        collection: 'guardianCodes',
        documentId: after._id,
        why,
      }),
    );
    return presentGuardianCode(after, ctx.now);
  });
}

/** The code as a picture that WeChat scans, in base64: some 30 KB. */
export async function drawGuardianCode(ctx: Caller, typed: string) {
  // Drawn meanwhile: a picture of a code that is not one's own goes nowhere.
  const [code, picture] = await Promise.all([
    readGuardianCode(typed),
    miniProgramCode(typed, JOIN_PAGE),
  ]);
  ctx.access.authorize(code);
  return { picture: picture.toString('base64') };
}
