import { dayOf } from '../../domain/calendar/day';
import { termAt } from '../../domain/calendar/term';
import { isWritten } from '../../domain/class-ledger/class-ledger.rules';
import type { ClassLedger } from '../../domain/class-ledger/class-ledger.schema';
import { MAX_CLASSES } from '../../domain/school/roster.schema';
import type { School } from '../../domain/school/school.schema';
import { readEntriesOfClass } from '../api/class-ledger/class-ledger.store';
import { readMany } from '../kernel/database';
import { inTransaction } from '../kernel/transaction';
import { inLanes } from './lanes';

const MAX_SCHOOLS = 100;
/** Their lines come with one request. */
const LEDGERS_AT_ONCE = 15;

/**
 * Leaders read a counter per ledger, kept as lines are written. Counters can drift (a killed
 * migration, a restored backup), so each night the ledgers of the current term are counted again
 * and mended.
 */
export async function recountLedgers(now: Date): Promise<Record<string, number>> {
  const schools = await readMany<School>('schools', { where: {}, limit: MAX_SCHOOLS });
  let counted = 0;
  let mended = 0;
  for (const school of schools) {
    const term = termAt(school.terms, dayOf(now));
    if (!term) continue;
    const ledgers = await readMany<ClassLedger>('classLedgers', {
      where: { schoolId: school._id, termId: term.id },
      limit: MAX_CLASSES,
    });
    await inLanes(ledgers, LEDGERS_AT_ONCE, async (ledger) => {
      counted += 1;
      if (await recount(ledger)) mended += 1;
    });
  }
  return { counted, mended };
}

async function recount(seen: ClassLedger): Promise<boolean> {
  const { _id, schoolId, classId, termId } = seen;
  const entries = await readEntriesOfClass(schoolId, classId, [termId]);
  const writtenLines = entries.filter(isWritten).length;
  if (seen.writtenLines === writtenLines) return false;
  return inTransaction(async (tx) => {
    const ledger = await tx.get<ClassLedger>('classLedgers', _id);
    // Somebody wrote a line while we counted: what we counted is old, the next night counts again.
    if (ledger?.writtenLines !== seen.writtenLines) return false;
    await tx.put('classLedgers', { ...ledger, writtenLines });
    return true;
  });
}
