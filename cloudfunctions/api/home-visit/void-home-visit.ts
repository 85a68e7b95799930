import type { VoidHomeVisit } from '../../../domain/home-visit/home-visit.schema';
import type { z } from '../../../domain/schema';
import { unnoteWork } from '../../kernel/note-work';
import { unsettle } from '../../kernel/settle';
import type { Caller } from '../procedure';
import { changeVisit, feedbackOf } from './change-visit';
import { readLastVisits, readVisit } from './home-visit.store';
import { visitorOf } from './home-visit-view';
import { moveLastVisit } from './last-visit';

/**
 * Void one's own visit with a reason: it leaves the student's file and what is owed, and stays in
 * the cloud.
 */
export async function voidHomeVisit(ctx: Caller, input: z.infer<typeof VoidHomeVisit>) {
  const visit = await readVisit(input.visitId);
  const why = ctx.access.authorize(visitorOf(visit));
  if (!visit) throw new Error('authorized without a visit');
  const { _id: visitId, studentId } = visit;
  const last = await readLastVisits(ctx.school._id, studentId);
  const other = last.find(({ _id }) => _id !== visitId)?.visitedOn ?? null;

  return changeVisit(ctx, {
    action: 'homeVisit.void',
    why,
    edit: input,
    studentId,
    reason: input.reason,
    change: () => ({ awaitsId: null, dueOn: null, voidedAt: ctx.now, voidReason: input.reason }),
    async beside(tx, after) {
      const student = { _id: studentId };
      await unnoteWork(tx, ctx, { student, kind: 'homeVisit', refId: visitId });
      await unsettle(tx, ctx, feedbackOf(after, ctx.today));
      await moveLastVisit(tx, studentId, { was: after.visitedOn, is: null, other });
    },
  });
}
