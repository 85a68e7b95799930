import { approvalsAsked } from '../../../domain/consultation/consultation.rules';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import { settle, unsettle } from '../../kernel/settle';
import type { Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { answering } from './change-consultation';
import { findKind } from './meeting-kinds';

const isOfPlan = ({ matter }: Pick<Consultation['approvals'][number], 'matter'>): boolean =>
  matter === 'plan';

/**
 * The plan of a conference is the meeting as it is planned. Where it has to be approved it is no
 * plan before that, nor when it was changed since (S0-21, S0-22).
 */
export async function settlePlan(
  tx: Transaction,
  ctx: Caller,
  meeting: Consultation,
): Promise<void> {
  if (meeting.kindId !== 'detailedConference') return;
  const kind = findKind(ctx, meeting.kindId, meeting.on);
  const isPlan = !kind || !approvalsAsked(kind).some(isOfPlan) || meeting.approvals.some(isOfPlan);
  const work = answering(meeting, { kind: 'conferencePlan', on: ctx.today });
  await (isPlan ? settle : unsettle)(tx, ctx, work);
}
