import type { Role } from '../../../domain/access/roles';
import { addDays, type Day } from '../../../domain/calendar/day';
import { calendarOf } from '../../../domain/calendar/school-calendar';
import { termAt } from '../../../domain/calendar/term';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import { isOpen } from '../../../domain/regulation/cadence';
import { MEETING_KIND_IDS, type MeetingKindId } from '../../../domain/regulation/meeting-words';
import { type Owed, owedBy } from '../../../domain/regulation/owed';
import type { CadenceFact } from '../../../domain/regulation/period';
import { dutyWindows, regulationAt } from '../../../domain/regulation/regulation';
import type { Caller } from '../procedure';

/** The windows that are open today and ask something of somebody, with these facts or without. */
function owedWith(ctx: Caller, facts: readonly CadenceFact[]): Owed[] {
  const { school, member, today } = ctx;
  const term = termAt(school.terms, today);
  // Most windows close with the term; that of the holidays after it lies outside (S4-299).
  if (!term) return [];
  const calendar = calendarOf(school.calendar, school.terms);
  const windows = dutyWindows(school.regulationHistory, term, calendar, facts).filter(
    ({ window }) => isOpen(window, today),
  );
  return owedBy(member, school._id, windows);
}

/** What the rules ask by the calendar alone. */
export const owedByCalendar = (ctx: Caller): Owed[] => owedWith(ctx, []);

const meetingIn = (name: string): MeetingKindId | undefined =>
  MEETING_KIND_IDS.find((kindId) => kindId === name);

/** Those who owe for a division or the school. */
const WIDE_ROLES: readonly Role[] = [
  ...(['principal', 'studentAffairsOffice', 'academicAffairsOffice', 'divisionHead'] as const),
];

/** The kinds of meeting from which somebody's duties count their days, and those duties. */
export function countedFrom({ school, member, today }: Caller): {
  kindIds: MeetingKindId[];
  dutyIds: string[];
  /** Whether they are owed for places that only the roster names. */
  isWide: boolean;
} {
  const roles = member.postings
    .filter(({ schoolId }) => schoolId === school._id)
    .map(({ role }) => role);
  const counted = (regulationAt(school.regulationHistory, today)?.duties ?? []).flatMap(
    ({ id, isOn, who, cadence }) => {
      const isMine = isOn && roles.includes(who);
      const kindId = isMine && 'event' in cadence ? meetingIn(cadence.event) : undefined;
      return kindId ? [{ id, kindId, who }] : [];
    },
  );
  return {
    kindIds: [...new Set(counted.map(({ kindId }) => kindId))],
    dutyIds: counted.map(({ id }) => id),
    isWide: counted.some(({ who }) => WIDE_ROLES.includes(who)),
  };
}

const DAYS_AROUND = 45;

/** The days whose meetings may ask something today. */
export const aroundToday = (today: Day) => ({
  from: addDays(today, -DAYS_AROUND),
  to: addDays(today, DAYS_AROUND),
});

/** What the rules ask because of meetings that are planned or were held. */
export function owedByMeetings(ctx: Caller, meetings: readonly Consultation[]): Owed[] {
  const facts = meetings
    .filter(({ state }) => state !== 'cancelled')
    .map(({ _id, kindId, on }): CadenceFact => ({ id: _id, kind: kindId, on }));
  if (facts.length === 0) return [];
  return owedWith(ctx, facts).filter(({ window }) => window.factId !== null);
}
