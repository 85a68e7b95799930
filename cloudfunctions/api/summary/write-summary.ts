import type { Grant } from '../../../domain/access/can';
import type { Action } from '../../../domain/access/permissions';
import { earlierOf } from '../../../domain/calendar/day';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type {
  RecordSummary,
  ReviseSummary,
  SignOffSummary,
  Summary,
} from '../../../domain/summary/summary.schema';
import { settledBySigning } from '../../../domain/summary/summary-period.rules';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { settle } from '../../kernel/settle';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { isStored, refuseStale, revisionOf } from '../write';
import { countPlace } from './count-place';
import { storeSnapshot } from './snapshot.store';
import { readSummary } from './summary.store';
import { presentSummary, subjectOf } from './summary-view';
import { tellSigned } from './tell-signed';

export const auditSummary = (
  ctx: Caller,
  tx: Transaction,
  deed: { id: string; action: Action; documentId: string; why: Grant; reason?: string },
): Promise<void> => tx.put('audits', auditOf(ctx, { ...deed, collection: 'summaries' }));

/** Signing is a record of its own: what it counts for is settled in the period it closes. */
export async function settleSigned(tx: Transaction, ctx: Caller, summary: Summary): Promise<void> {
  const kind = settledBySigning(summary.level, summary.periodKind);
  if (!kind) return;
  await settle(tx, ctx, {
    kind,
    // Signed on Monday, it is still last week's.
    on: earlierOf(ctx.today, summary.to),
    divisionId: summary.divisionId ?? undefined,
    classId: summary.classId ?? undefined,
    refId: summary._id,
  });
}

/** Make a summary now, or count again what nobody has signed yet. */
export async function recordSummary(ctx: Caller, input: z.infer<typeof RecordSummary>) {
  const counted = await countPlace(ctx, input);
  const why = ctx.access.authorize(counted?.subject ?? null);
  if (!counted) throw new Error('authorized without a place');
  const { place, counting, facts } = counted;
  return inTransaction(async (tx) => {
    const { summary, isChanged } = await storeSnapshot(
      tx,
      ctx,
      place,
      counting,
      facts,
      input.writeId,
    );
    if (isChanged) {
      const deed = { id: input.writeId, action: 'summary.record' as const, why };
      await auditSummary(ctx, tx, { ...deed, documentId: summary._id });
    }
    return presentSummary(ctx, summary);
  });
}

type Edit = Pick<z.infer<typeof SignOffSummary>, 'summaryId' | 'rev' | 'writeId'>;

/** One change of a summary that nobody has signed yet. */
async function changeUnsigned(
  ctx: Caller,
  edit: Edit,
  action: 'summary.record' | 'summary.signOff',
  change: (before: Summary) => Partial<Summary>,
) {
  const why = ctx.access.authorize(subjectOf(await readSummary(edit.summaryId)));
  return inTransaction(async (tx) => {
    const before = await tx.get<Summary>('summaries', edit.summaryId);
    if (!before) throw new Error('authorized without a summary');
    if (await isStored(tx, 'revisions', before, edit)) return before;
    refuseStale(before, edit, (current) => presentSummary(ctx, current));
    if (before.signedAt) {
      throw new AppError('badInput', { sentence: '已经签发，不再改动。要改的话，请用“更正”。' });
    }
    const after: Summary = {
      ...before,
      ...changedStamps(before, ctx),
      ...change(before),
      lastWriteId: edit.writeId,
    };
    await tx.put('revisions', revisionOf(before, { words: before.words }, ctx));
    await tx.put('summaries', after);
    await auditSummary(ctx, tx, { id: edit.writeId, action, documentId: after._id, why });
    if (after.signedAt) await settleSigned(tx, ctx, after);
    return after;
  });
}

export async function reviseSummary(ctx: Caller, input: z.infer<typeof ReviseSummary>) {
  const after = await changeUnsigned(ctx, input, 'summary.record', () => ({ words: input.words }));
  return presentSummary(ctx, after);
}

/** Sign it: from here on it stays as it is. */
export async function signOffSummary(ctx: Caller, input: z.infer<typeof SignOffSummary>) {
  const after = await changeUnsigned(ctx, input, 'summary.signOff', () => ({
    signedAt: ctx.now,
    signedByName: ctx.member.name,
  }));
  await tellSigned(ctx, after);
  return presentSummary(ctx, after);
}
