import { AppError } from '../../../domain/errors';
import { refusedPlanDay } from '../../../domain/home-visit/home-visit.rules';
import type { CloseHomeVisit, HomeVisit } from '../../../domain/home-visit/home-visit.schema';
import type { z } from '../../../domain/schema';
import { settle } from '../../kernel/settle';
import type { Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { newVisit } from './begin-visit';
import { changeVisit, feedbackOf, noteVisit } from './change-visit';
import { readVisit } from './home-visit.store';
import { visitorOf } from './home-visit-view';

type Next = NonNullable<z.infer<typeof CloseHomeVisit>['next']>;

/** Write the feedback of a visit (S1-90: 家访后有反馈记录、有效果), and plan what follows. */
export async function closeHomeVisit(ctx: Caller, input: z.infer<typeof CloseHomeVisit>) {
  const { effect, effectText, next } = input;
  const refusal = next && refusedPlanDay(next.on, ctx.today);
  if (refusal) throw new AppError('badInput', { sentence: refusal, fields: { next: refusal } });
  const visit = await readVisit(input.visitId);
  const why = ctx.access.authorize(visitorOf(visit));
  if (!visit) throw new Error('authorized without a visit');
  const student = { ...visit, _id: visit.studentId, name: visit.studentName };
  return changeVisit(ctx, {
    action: 'homeVisit.close',
    why,
    edit: input,
    studentId: visit.studentId,
    change({ status, nextVisitId }) {
      if (status === 'planned') {
        throw new AppError('badInput', { sentence: '这次家访还没有记录，请先记家访再写反馈。' });
      }
      return {
        status: 'closed',
        effect,
        effectText,
        nextVisitId: next?.visitId ?? nextVisitId,
        dueOn: null,
      };
    },
    async beside(tx, after) {
      await noteVisit(tx, ctx, student, after);
      await settle(tx, ctx, feedbackOf(after, ctx.today));
      if (next) await planNext(tx, ctx, after, next);
    },
  });
}

/** The follow-up is a planned visit of its own; one that is already there is left alone. */
async function planNext(tx: Transaction, ctx: Caller, visit: HomeVisit, next: Next) {
  if (await tx.get('homeVisits', next.visitId)) return;
  const student = { ...visit, _id: visit.studentId, name: visit.studentName };
  await tx.put<HomeVisit>('homeVisits', {
    ...newVisit(ctx, student, next.visitId),
    rev: 1,
    reasons: ['followUp'],
    plannedOn: next.on,
    partners: visit.met,
    askAbout: '',
    dueOn: next.on,
  });
}
