import { dayOf } from '../../domain/calendar/day';
import { calendarOf } from '../../domain/calendar/school-calendar';
import { type Term, termAt } from '../../domain/calendar/term';
import type { DutyWindow } from '../../domain/regulation/cadence';
import { changedWindows, type Mark, recounted } from '../../domain/regulation/recount';
import { dutyWindows } from '../../domain/regulation/regulation';
import { standingId } from '../../domain/regulation/standing';
import type { School } from '../../domain/school/school.schema';
import { command } from '../kernel/cloud';
import { readMany } from '../kernel/database';
import { newCount, type StandingCount } from '../kernel/settle';
import { inTransaction } from '../kernel/transaction';

const MAX_SCHOOLS = 100;
const PAGE = 1000;

/**
 * Each night what was recorded this term is laid into the windows that stand now: a cadence that
 * changes in mid-term, or another week one, neither asks twice nor forgets. Counting again changes
 * nothing.
 */
export async function recountDuties(now: Date): Promise<Record<string, number>> {
  const schools = await readMany<School>('schools', { where: {}, limit: MAX_SCHOOLS });
  let duties = 0;
  let moved = 0;
  for (const school of schools) {
    const term = termAt(school.terms, dayOf(now));
    if (!term) continue;
    for (const [dutyId, windows] of windowsByDuty(school, term)) {
      duties += 1;
      for (const ofSubject of await readBySubject(school._id, dutyId, term)) {
        if (await recount(ofSubject, windows)) moved += 1;
      }
    }
  }
  return { duties, moved };
}

/** What counts from a record keeps its place; everything else follows the calendar. */
function windowsByDuty(school: School, term: Term): Map<string, DutyWindow[]> {
  const found = new Map<string, DutyWindow[]>();
  const calendar = calendarOf(school.calendar, school.terms);
  for (const { duty, window } of dutyWindows(school.regulationHistory, term, calendar)) {
    if (window.factId === null) found.set(duty.id, [...(found.get(duty.id) ?? []), window]);
  }
  return found;
}

/** The counters of a duty in a term, each subject's together. */
async function readBySubject(
  schoolId: string,
  dutyId: string,
  term: Term,
): Promise<StandingCount[][]> {
  const found: StandingCount[] = [];
  const end = `${dutyId}~${term.id}.`;
  for (let from = `${dutyId}~${term.id}-`, after = ''; ; ) {
    const page = await readMany<StandingCount>('standings', {
      where: command.and([
        { schoolId, windowKey: command.lt(end) },
        command.or([{ windowKey: command.gt(from) }, { windowKey: from, _id: command.gt(after) }]),
      ]),
      orderBy: [
        ['windowKey', 'asc'],
        ['_id', 'asc'],
      ],
      limit: PAGE,
    });
    found.push(...page);
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    from = last.windowKey;
    after = last._id;
  }
  const bySubject = new Map<string, StandingCount[]>();
  for (const one of found) {
    bySubject.set(one.subjectId, [...(bySubject.get(one.subjectId) ?? []), one]);
  }
  return [...bySubject.values()];
}

const windowIdOf = ({ dutyId, windowKey }: StandingCount): string =>
  windowKey.slice(dutyId.length + 1);

const marksOf = ({ refIds, days }: StandingCount): Mark[] =>
  refIds.map((refId, place) => ({ refId, on: days[place] ?? '' }));

/** @returns whether records moved to other windows */
async function recount(seen: StandingCount[], windows: readonly DutyWindow[]): Promise<boolean> {
  const before = Object.fromEntries(seen.map((one) => [windowIdOf(one), marksOf(one)]));
  const after = recounted(before, windows);
  const changed = changedWindows(before, after);
  const [first] = seen;
  if (changed.length === 0 || !first) return false;
  const { schoolId, dutyId, subjectId } = first;
  return inTransaction(async (tx) => {
    for (const windowId of changed) {
      const id = standingId(dutyId, subjectId, windowId);
      const current = await tx.get<StandingCount>('standings', id);
      const known = before[windowId]?.length ?? 0;
      // Somebody recorded while we counted: what we counted is old, the next night counts again.
      if ((current?.refIds.length ?? 0) !== known) return false;
      const marks = after[windowId] ?? [];
      await tx.put<StandingCount>('standings', {
        ...(current ?? newCount(schoolId, id)),
        refIds: marks.map(({ refId }) => refId),
        days: marks.map(({ on }) => on),
        count: marks.length,
      });
    }
    return true;
  });
}
