import type { SchoolCalendar } from '../calendar/school-calendar';
import type { Term } from '../calendar/term';
import { MEETING_KIND_IDS } from '../regulation/meeting-words';
import { dutyWindows } from '../regulation/regulation';
import type { Regulation } from '../regulation/regulation.schema';
import type { PlanLevel } from '../school/plan-level';
import { MAX_PLAN_ROWS, type PlanRow, type PlanWords } from './term-plan.schema';

const isMeeting = (kind: string): boolean => (MEETING_KIND_IDS as readonly string[]).includes(kind);

/**
 * A plan to begin with: the meetings that the school's rules ask of the level, in the order of
 * their days (S4-205). What the calendar excuses is left out.
 */
export function plannedByRules(
  history: readonly Regulation[],
  term: Term,
  calendar: SchoolCalendar,
  level: PlanLevel,
): PlanRow[] {
  return dutyWindows(history, term, calendar)
    .filter(
      ({ duty, window }) => duty.forWhom === level && isMeeting(duty.settledBy) && !window.excused,
    )
    .sort((a, b) => (a.window.dueOn < b.window.dueOn ? -1 : 1))
    .map(({ duty, window }) => ({ when: window.label, what: duty.title }))
    .slice(0, MAX_PLAN_ROWS);
}

/** What a plan still lacks before it can be filed, as a sentence; null where it lacks nothing. */
export function refusedFiling({ goals, rows }: PlanWords): string | null {
  if (goals === '') return '请先写这学期的目标，再报备。';
  if (!rows.some(({ what }) => what !== '')) return '请先安排这学期的会商，再报备。';
  return null;
}

/** The lines of a plan as one text, a line each: 第3周　班级学情会商例会. */
export const scheduleText = (rows: readonly PlanRow[]): string =>
  rows.map(({ when, what }) => `${when}　${what}`).join('\n');

/** A text back into lines: what stands before the first space is when. */
export function scheduleRows(text: string): PlanRow[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [when = '', ...rest] = line.split(/\s+/);
      return { when, what: rest.join(' ') };
    });
}
