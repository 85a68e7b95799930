import { approvalsAfter } from '../../../domain/consultation/consultation.rules';
import { type Change, MAX_CHANGES } from '../../../domain/consultation/consultation.schema';
import type {
  ReviseConsultation,
  VoidConsultation,
} from '../../../domain/consultation/consultation-input.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { changeConsultation, refuseUnlessOpen } from './change-consultation';
import { readConsultation } from './consultation.store';
import { subjectOf } from './consultation-view';
import { termOfMeeting } from './plan-consultation';
import { settlePlan } from './settle-plan';

const changeOf = (ctx: Caller, change: Omit<Change, 'byName' | 'at'>): Change => ({
  ...change,
  byName: ctx.member.name,
  at: ctx.now,
});

function withOneMore(changes: Change[], change: Change): Change[] {
  if (changes.length >= MAX_CHANGES) {
    throw new AppError('badInput', { sentence: '改动的次数太多了，请取消后重新计划。' });
  }
  return [...changes, change];
}

/** Move a meeting, or hold it in another sitting; why stays with it (S0-13, S0-43). */
export async function reviseConsultation(ctx: Caller, input: z.infer<typeof ReviseConsultation>) {
  const { consultationId, change: kind, on, startsAt, place, reason } = input;
  const why = ctx.access.authorize(subjectOf(await readConsultation(consultationId)));
  const { id: termId } = termOfMeeting(ctx, on);
  return changeConsultation(ctx, {
    action: 'consultation.plan',
    why,
    edit: input,
    reason,
    change(before) {
      refuseUnlessOpen(before);
      if (kind === 'moved' && before.state !== 'planned') {
        throw new AppError('badInput', { sentence: '会商已经开始，不能改期；可以再开一次。' });
      }
      const change = changeOf(ctx, { kind, from: before.on, to: on, reason });
      const changes = withOneMore(before.changes, change);
      if (kind === 'moved') {
        const approvals = approvalsAfter(before, { ...before, on, startsAt, place });
        return { on, startsAt, place, termId, approvals, changes };
      }
      return { sittings: [...before.sittings, on], changes };
    },
    async beside(tx, after) {
      if (kind === 'moved') await settlePlan(tx, ctx, after);
    },
  });
}

/** Cancel a meeting. It stays, with the reason. */
export async function voidConsultation(ctx: Caller, input: z.infer<typeof VoidConsultation>) {
  const { consultationId, reason } = input;
  const why = ctx.access.authorize(subjectOf(await readConsultation(consultationId)));
  return changeConsultation(ctx, {
    action: 'consultation.plan',
    why,
    edit: input,
    reason,
    change(before) {
      refuseUnlessOpen(before);
      const change = changeOf(ctx, { kind: 'cancelled', from: before.on, to: null, reason });
      return {
        state: 'cancelled',
        isOpen: false,
        changes: withOneMore(before.changes, change),
      };
    },
  });
}
