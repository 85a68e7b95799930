import { type AttentionCount, withYear } from '../../domain/attention/attention-count';
import { dayOf } from '../../domain/calendar/day';
import { termAt } from '../../domain/calendar/term';
import type { School } from '../../domain/school/school.schema';
import { readMany } from '../kernel/database';
import { inTransaction } from '../kernel/transaction';

const MAX_SCHOOLS = 100;

/** When a school year begins, keep how many students are in each group then (S4-284). */
export async function countSchoolYear(now: Date): Promise<Record<string, number>> {
  const schools = await readMany<School>('schools', { where: {}, limit: MAX_SCHOOLS });
  let counted = 0;
  for (const { _id, terms } of schools) {
    const on = dayOf(now);
    const term = termAt(terms, on);
    if (term && (await keepYear(_id, term.schoolYear, on))) counted += 1;
  }
  return { counted };
}

const keepYear = (schoolId: string, schoolYear: number, on: string): Promise<boolean> =>
  inTransaction(async (tx) => {
    const stored = await tx.get<AttentionCount>('attentionCounts', schoolId);
    if (!stored) return false;
    const years = withYear(stored.years, { schoolYear, on, counts: stored.open });
    if (!years) return false;
    await tx.put<AttentionCount>('attentionCounts', { ...stored, years });
    return true;
  });
