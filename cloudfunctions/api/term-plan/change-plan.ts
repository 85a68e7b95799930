import type { Action } from '../../../domain/access/permissions';
import type { Term } from '../../../domain/calendar/term';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import { refusedFiling } from '../../../domain/term-plan/term-plan.rules';
import {
  type PlanWords,
  type ReviseTermPlan,
  type SubmitTermPlan,
  type TermPlan,
  termPlanIdOf,
} from '../../../domain/term-plan/term-plan.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, newStamps } from '../../kernel/database';
import { settle } from '../../kernel/settle';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { openTermOf } from '../terms';
import { isStored, refuseStale, revisionOf } from '../write';
import { type PlanPlace, readPlanPlace } from './plan-place';

const wordsOf = ({ goals, measures, rows }: PlanWords): PlanWords => ({ goals, measures, rows });

/** A plan as its writer gets it back; beside a stale edit too. */
export const presentPlan = (plan: TermPlan) => ({
  rev: plan.rev,
  ...wordsOf(plan),
  filedAt: plan.filedAt,
  filedByName: plan.filedByName,
  updatedByName: plan.updatedByName,
});

type Edit = z.infer<typeof SubmitTermPlan>;

const newPlan = (
  ctx: Caller,
  term: Term,
  { subject: _subject, ...place }: PlanPlace,
): TermPlan => ({
  _id: termPlanIdOf(term.id, place.placeId),
  ...newStamps(ctx),
  rev: 0,
  ...place,
  termId: term.id,
  goals: '',
  measures: '',
  rows: [],
  filedAt: null,
  filedByName: null,
  lastWriteId: '',
});

/** The frame of both edits: rights, revision, earlier wording, audit; `change` says what is new. */
async function changePlan(
  ctx: Caller,
  input: Edit,
  action: Action,
  change: (base: TermPlan) => Partial<TermPlan>,
  after?: (tx: Transaction, plan: TermPlan) => Promise<void>,
) {
  const term = openTermOf(ctx, input.termId);
  const place = await readPlanPlace(ctx, input, term);
  const why = ctx.access.authorize(place?.subject ?? null);
  if (!place) throw new Error('authorized without a place');
  return inTransaction(async (tx) => {
    const _id = termPlanIdOf(term.id, place.placeId);
    const before = await tx.get<TermPlan>('termPlans', _id);
    if (before && (await isStored(tx, 'revisions', before, input))) return presentPlan(before);
    refuseStale(before, input, presentPlan);
    const base = before ?? newPlan(ctx, term, place);
    const plan: TermPlan = {
      ...base,
      ...changedStamps(base, ctx),
      ...change(base),
      lastWriteId: input.writeId,
    };
    if (before) await tx.put('revisions', revisionOf(before, { ...wordsOf(before) }, ctx));
    await tx.put('termPlans', plan);
    await after?.(tx, plan);
    await tx.put(
      'audits',
      auditOf(ctx, { id: input.writeId, action, collection: 'termPlans', documentId: _id, why }),
    );
    return presentPlan(plan);
  });
}

/** Write a plan; one that was filed is filed again once it stands. */
export const reviseTermPlan = (ctx: Caller, input: z.infer<typeof ReviseTermPlan>) =>
  changePlan(ctx, input, 'termPlan.revise', () => ({
    ...wordsOf(input),
    filedAt: null,
    filedByName: null,
  }));

/** File a plan with the office (S4-205); it settles the duty by itself. */
export const submitTermPlan = (ctx: Caller, input: z.infer<typeof SubmitTermPlan>) =>
  changePlan(
    ctx,
    input,
    'termPlan.submit',
    (base) => {
      const sentence = refusedFiling(base);
      if (sentence) throw new AppError('badInput', { sentence });
      return { filedAt: ctx.now, filedByName: ctx.member.name };
    },
    (tx, plan) =>
      settle(tx, ctx, {
        kind: 'consultationPlan',
        on: ctx.today,
        divisionId: plan.divisionId ?? undefined,
        classId: plan.classId ?? undefined,
        refId: plan._id,
      }),
  );
