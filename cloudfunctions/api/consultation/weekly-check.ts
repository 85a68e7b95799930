import { type Day, mondayOf } from '../../../domain/calendar/day';
import type { RecordCheck } from '../../../domain/consultation/resolution.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import { auditIdOf, auditOf } from '../../kernel/audit';
import { settle } from '../../kernel/settle';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readClassesOfDivision } from './place.store';
import { readUnchecked } from './resolution.store';

/** One check of a division and week, however many looked at its resolutions. */
const checkIdOf = (divisionId: string, monday: Day): string => `${divisionId}~${monday}`;

/** The check of a division counts once a week. */
export function settleCheck(tx: Transaction, ctx: Caller, divisionId: string): Promise<void> {
  const refId = checkIdOf(divisionId, mondayOf(ctx.today));
  return settle(tx, ctx, { kind: 'weeklyCheck', on: ctx.today, divisionId, refId });
}

/**
 * 没有未完成的决议: the weekly check (S0-39) of a division in which nothing waits to be looked at, by
 * one tap. The trace of it is the record.
 */
export async function recordCheck(ctx: Caller, input: z.infer<typeof RecordCheck>) {
  const { school, access, today } = ctx;
  const { divisionId, writeId } = input;
  const monday = mondayOf(today);
  const [classes, unchecked] = await Promise.all([
    readClassesOfDivision(school._id, divisionId),
    readUnchecked(school._id, divisionId, monday),
  ]);
  const why = access.authorize(classes.length > 0 ? { schoolId: school._id, divisionId } : null);
  if (unchecked.length > 0) {
    throw new AppError('stale', { sentence: '这里有本周还没有看过的决议，请先看一看。' });
  }
  const documentId = checkIdOf(divisionId, monday);
  return inTransaction(async (tx) => {
    if (await tx.get('audits', auditIdOf(documentId, writeId))) return { on: today };
    await settleCheck(tx, ctx, divisionId);
    await tx.put(
      'audits',
      auditOf(ctx, {
        ...{ id: writeId, action: 'resolution.signOff', collection: 'resolutions', documentId },
        ...{ why, reason: '没有未完成的决议' },
      }),
    );
    return { on: today };
  });
}
