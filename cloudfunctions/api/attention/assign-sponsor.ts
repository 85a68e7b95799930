import type { AssignSponsor } from '../../../domain/attention/attention-case.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import { moveSponsor } from '../move-sponsor';
import type { Caller } from '../procedure';
import { readCase, readLeaders, readOpenCasesOf } from './attention.store';
import { subjectOfCase } from './attention-view';
import { changeCase } from './change-case';
import { leadersOf } from './list-sponsors';

/**
 * Say which leader stands for a student (S4-196, S4-275, S4-301). With the case the student comes
 * into that leader's reach, and out of the one before, in one transaction.
 */
export async function assignSponsor(ctx: Caller, input: z.infer<typeof AssignSponsor>) {
  const { caseId, sponsorId } = input;
  const { school, access } = ctx;
  const [found, members] = await Promise.all([readCase(caseId), readLeaders(school._id)]);
  const why = access.authorize(subjectOfCase(found));
  if (!found) throw new Error('authorized without a case');
  const sponsor = leadersOf(ctx, members).find(({ id }) => id === sponsorId) ?? null;
  if (sponsorId !== null && !sponsor) {
    throw new AppError('badInput', { sentence: '没有找到这位校领导，请重新选择。' });
  }
  const { studentId, schoolId } = found;
  const ofStudent = await readOpenCasesOf(schoolId, studentId);
  return changeCase(ctx, {
    action: 'attentionCase.assign',
    why,
    edit: input,
    studentId,
    change: () => ({ sponsorId: sponsor?.id ?? null, sponsorName: sponsor?.name ?? null }),
    beside: (tx, _after, base) =>
      moveSponsor(tx, {
        schoolId,
        studentId,
        from: base.sponsorId,
        to: sponsorId,
        others: ofStudent.filter(({ _id }) => _id !== caseId),
      }),
  });
}
