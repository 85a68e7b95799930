import { AppError } from '../../../domain/errors';
import { refusedVisitDay, visitFacts } from '../../../domain/home-visit/home-visit.rules';
import type { RecordHomeVisit } from '../../../domain/home-visit/home-visit.schema';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { studentToWrite } from '../student-to-write';
import { companionOf, newVisit, termIdOf } from './begin-visit';
import { changeVisit, noteVisit } from './change-visit';
import { readCompanion, readLastVisits } from './home-visit.store';
import { moveLastVisit } from './last-visit';

/** Record a visit that took place, planned or not, or correct one's own record (S1-90, S4-305). */
export async function recordHomeVisit(ctx: Caller, input: z.infer<typeof RecordHomeVisit>) {
  const { visitId, studentId, way, visitedOn, met, learned, agreed, photos } = input;
  const refusal = refusedVisitDay(visitedOn, ctx.today);
  if (refusal)
    throw new AppError('badInput', { sentence: refusal, fields: { visitedOn: refusal } });
  const [{ student, why }, colleague, last] = await Promise.all([
    studentToWrite(ctx, studentId),
    readCompanion(input.companionId),
    readLastVisits(ctx.school._id, studentId),
  ]);
  const other = last.find(({ _id }) => _id !== visitId)?.visitedOn ?? null;
  const companion = companionOf(ctx, input.companionId, colleague);
  return changeVisit(ctx, {
    action: 'homeVisit.record',
    why,
    edit: input,
    begin: newVisit(ctx, student, visitId),
    studentId,
    change: (base) => ({
      ...{ way, visitedOn, met, learned, agreed, photos },
      ...companion,
      ...visitFacts(base, { ...companion, visitedOn }, ctx.school.visitFeedbackDays),
      termId: termIdOf(ctx, visitedOn),
    }),
    async beside(tx, after, { visitedOn: was }) {
      await moveLastVisit(tx, studentId, { was, is: visitedOn, other });
      await noteVisit(tx, ctx, student, after);
    },
  });
}
