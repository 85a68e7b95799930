import { dayOf } from '../../domain/calendar/day';
import type { SchoolClass } from '../../domain/school/roster.schema';
import { NOT_HANDED_IN, screeningWorkOf } from '../../domain/screening/screening.rules';
import {
  type ScreeningRound,
  type ScreeningSheet,
  sheetIdOf,
} from '../../domain/screening/screening.schema';
import { changedStamps } from './database';
import type { Identified } from './identity';
import { unsettle } from './settle';
import type { Transaction } from './transaction';

/**
 * Whoever comes into a class while a round runs was looked at by nobody there (班不漏人, S4-182): a
 * sheet that was handed in or confirmed is open again, in the transaction that brings the student.
 * A sheet that has a tick for each of them stays as it is.
 *
 * @param rounds those that are open; read before, for a transaction cannot search
 */
export async function reopenSheets(
  tx: Transaction,
  ctx: Identified,
  rounds: readonly Pick<ScreeningRound, '_id' | 'kind'>[],
  { _id: classId, divisionId }: Pick<SchoolClass, '_id' | 'divisionId'>,
  studentIds: readonly string[],
): Promise<void> {
  for (const { _id: roundId, kind } of rounds) {
    const sheetId = sheetIdOf(roundId, classId);
    const sheet = await tx.get<ScreeningSheet>('screeningSheets', sheetId);
    if (!sheet || sheet.status === 'open') continue;
    if (studentIds.every((studentId) => sheet.ticks[studentId])) continue;
    const after = { ...sheet, ...changedStamps(sheet, ctx), ...NOT_HANDED_IN };
    await tx.put<ScreeningSheet>('screeningSheets', after);
    await unsettle(tx, ctx, {
      kind: screeningWorkOf(kind),
      on: sheet.submittedAt ? dayOf(sheet.submittedAt) : ctx.today,
      ...{ divisionId, classId, refId: sheetId },
    });
  }
}
