import { AppError } from '../../../domain/errors';
import { refusedPlanDay } from '../../../domain/home-visit/home-visit.rules';
import type { PlanHomeVisit } from '../../../domain/home-visit/home-visit.schema';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { studentToWrite } from '../student-to-write';
import { companionOf, newVisit } from './begin-visit';
import { changeVisit } from './change-visit';
import { readCompanion } from './home-visit.store';

/** Plan a visit, or change the plan (S1-90: 家访前有计划、有准备). */
export async function planHomeVisit(ctx: Caller, input: z.infer<typeof PlanHomeVisit>) {
  const { visitId, studentId, reasons, plannedOn, partners, askAbout } = input;
  const refusal = refusedPlanDay(plannedOn, ctx.today);
  if (refusal)
    throw new AppError('badInput', { sentence: refusal, fields: { plannedOn: refusal } });
  const [{ student, why }, colleague] = await Promise.all([
    studentToWrite(ctx, studentId),
    readCompanion(input.companionId),
  ]);
  const companion = companionOf(ctx, input.companionId, colleague);
  return changeVisit(ctx, {
    action: 'homeVisit.record',
    why,
    edit: input,
    begin: newVisit(ctx, student, visitId),
    studentId,
    change({ status }) {
      if (status !== 'planned') {
        throw new AppError('badInput', { sentence: '这次家访已经去过了，计划不能再改。' });
      }
      return { reasons, plannedOn, partners, askAbout, ...companion, dueOn: plannedOn };
    },
  });
}
