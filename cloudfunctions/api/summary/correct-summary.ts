import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import {
  type CorrectSummary,
  type Summary,
  summaryIdOf,
} from '../../../domain/summary/summary.schema';
import { changesBetween } from '../../../domain/summary/summary-changes.rules';
import { countedOn } from '../../../domain/summary/tally.rules';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { refuseStale } from '../write';
import { countPlace } from './count-place';
import { newSummary } from './snapshot.store';
import { readSummary } from './summary.store';
import { presentSummary, subjectOf } from './summary-view';
import { auditSummary, settleSigned } from './write-summary';

/**
 * Correct what was signed: counted again and signed at once as the next version, which names what
 * is different and why. The version before stays as it was signed and points to the one that stands.
 */
export async function correctSummary(ctx: Caller, input: z.infer<typeof CorrectSummary>) {
  const { summaryId, writeId, words, why: reason } = input;
  const seen = await readSummary(summaryId);
  const why = ctx.access.authorize(subjectOf(seen));
  if (!seen) throw new Error('authorized without a summary');
  const counted = await countPlace(ctx, seen);
  if (!counted) throw new AppError('notFound');
  const { place, counting, facts } = counted;
  return inTransaction(async (tx) => {
    const before = await tx.get<Summary>('summaries', summaryId);
    if (!before) throw new Error('authorized without a summary');
    const next = summaryIdOf(before.periodId, before.placeId, before.version + 1);
    if (before.replacedBy) {
      const standing = await tx.get<Summary>('summaries', next);
      if (standing?.lastWriteId === writeId) return presentSummary(ctx, standing);
      throw new AppError('stale', { sentence: '这一份已经更正过，请打开新的一份再改。' });
    }
    refuseStale(before, input, (current) => presentSummary(ctx, current));
    if (!before.signedAt) {
      throw new AppError('badInput', { sentence: '还没有签发，直接修改就可以。' });
    }
    const after: Summary = {
      ...newSummary(ctx, place, counting.period, before.version + 1),
      ...facts,
      words,
      countedOn: countedOn(before.to, ctx.today),
      signedAt: ctx.now,
      signedByName: ctx.member.name,
      lastWriteId: writeId,
    };
    const changes = changesBetween(before, after);
    if (changes.length === 0) {
      throw new AppError('badInput', { sentence: '和签发的一份没有不同，不用更正。' });
    }
    const corrected: Summary = {
      ...after,
      correction: { of: before.version, why: reason, changes: changes.slice(0, MAX_CHANGES) },
    };
    await tx.put('summaries', { ...before, replacedBy: corrected.version });
    await tx.put('summaries', corrected);
    const deed = { id: writeId, action: 'summary.signOff' as const, why, reason };
    await auditSummary(ctx, tx, { ...deed, documentId: corrected._id });
    await settleSigned(tx, ctx, corrected);
    return presentSummary(ctx, corrected);
  });
}

/** More than these nobody reads one by one. */
const MAX_CHANGES = 100;
