import type {
  AttentionCase,
  CloseAttentionCase,
  VoidAttentionCase,
} from '../../../domain/attention/attention-case.schema';
import type { z } from '../../../domain/schema';
import type { Transaction } from '../../kernel/transaction';
import { moveSponsor } from '../move-sponsor';
import type { Caller } from '../procedure';
import { readCase, readOpenCasesOf } from './attention.store';
import { subjectOfCase, writeActionOf } from './attention-view';
import { changeCase } from './change-case';
import { countCategories, groupsOf } from './count-categories';

/** Close a case with its outcome: the aim is reached, or somebody else goes on. */
export async function closeCase(ctx: Caller, input: z.infer<typeof CloseAttentionCase>) {
  const { found, why, release } = await caseToEnd(ctx, input.caseId);
  return changeCase(ctx, {
    action: writeActionOf(found.kind),
    why,
    edit: input,
    studentId: found.studentId,
    reason: input.outcomeText,
    change: () => ({
      status: 'closed',
      reviewOn: null,
      closedOn: ctx.today,
      outcome: input.outcome,
      outcomeText: input.outcomeText,
    }),
    beside: release,
  });
}

/** Void a case that was opened by mistake; it leaves the student's file. */
export async function voidCase(ctx: Caller, input: z.infer<typeof VoidAttentionCase>) {
  const { found, why, release } = await caseToEnd(ctx, input.caseId);
  return changeCase(ctx, {
    action: writeActionOf(found.kind),
    why,
    edit: input,
    studentId: found.studentId,
    reason: input.reason,
    change: () => ({
      status: 'closed',
      reviewOn: null,
      voidedAt: ctx.now,
      voidReason: input.reason,
    }),
    beside: release,
  });
}

/** The case, the grant, and what takes the student out of the sponsor's reach when it ends. */
async function caseToEnd(ctx: Caller, caseId: string) {
  const found = await readCase(caseId);
  const why = ctx.access.authorize(
    subjectOfCase(found),
    found ? writeActionOf(found.kind) : undefined,
  );
  if (!found) throw new Error('authorized without a case');
  const { schoolId, studentId } = found;
  const others = (await readOpenCasesOf(schoolId, studentId)).filter(({ _id }) => _id !== caseId);
  const release = async (tx: Transaction, _after: AttentionCase, { sponsorId }: AttentionCase) => {
    await countCategories(tx, schoolId, await groupsOf(tx, caseId), []);
    await moveSponsor(tx, { schoolId, studentId, from: sponsorId, to: null, others });
  };
  return { found, why, release };
}
