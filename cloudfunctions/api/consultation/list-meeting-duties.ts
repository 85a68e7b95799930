import type { SubjectField } from '../../../domain/access/scopes';
import { addDays } from '../../../domain/calendar/day';
import { calendarOf } from '../../../domain/calendar/school-calendar';
import { isTermOver, termAt } from '../../../domain/calendar/term';
import { isOpen } from '../../../domain/regulation/cadence';
import type { SubjectKind } from '../../../domain/regulation/duty.schema';
import { MEETING_KIND_IDS } from '../../../domain/regulation/meeting-words';
import { type Owed, owedBy } from '../../../domain/regulation/owed';
import { RECORD_KINDS, type RecordKind } from '../../../domain/regulation/record-kind';
import { dutyWindows } from '../../../domain/regulation/regulation';
import { standingId, standingOf } from '../../../domain/regulation/standing';
import type { Caller } from '../procedure';
import { readInvitationsUntil } from './consultation.store';
import { presentListed, presentResolution } from './consultation-view';
import { readOwnResolutionsUntil, readStandings } from './resolution.store';

/** What can be recorded here settles its duty by itself; nobody is asked for what they cannot do. */
const RECORDED: readonly RecordKind[] = [
  ...MEETING_KIND_IDS,
  'talk',
  'homeVisit',
  'interactionRecord',
  'monthlyReport',
];

const FIELD_OF: Record<Exclude<SubjectKind, 'school'>, SubjectField> = {
  division: 'divisionId',
  class: 'classId',
  student: 'studentId',
  mentee: 'studentId',
  child: 'studentId',
  self: 'memberId',
};

/** For whom a duty is owed, where that is named; who owes it for a whole school sees a summary. */
function subjectIdsOf({ duty, subjects }: Owed, schoolId: string): string[] {
  if (duty.forWhom === 'school') return [schoolId];
  if (subjects === 'everything') return [];
  const field = FIELD_OF[duty.forWhom];
  return subjects.filter((part) => part.field === field).flatMap((part) => part.in);
}

function owedToday({ school, member, today }: Caller): Owed[] {
  const term = termAt(school.terms, today);
  if (!term || isTermOver(term, today)) return [];
  const windows = dutyWindows(
    school.regulationHistory,
    term,
    calendarOf(school.calendar, school.terms),
  ).filter(({ duty, window }) => RECORDED.includes(duty.settledBy) && isOpen(window, today));
  return owedBy(member, school._id, windows);
}

/** How far ahead a meeting or a resolution is shown. */
const DAYS_AHEAD = 7;

/** What the school's rules ask of somebody now, their meetings and their resolutions: nearest first. */
export async function listMeetingDuties(ctx: Caller) {
  const { school, member, today, access } = ctx;
  access.authorize({ schoolId: school._id, memberId: member._id });
  const owed = owedToday(ctx)
    .map((one) => ({ ...one, subjectIds: subjectIdsOf(one, school._id) }))
    .filter(({ subjectIds }) => subjectIds.length > 0);
  const idsOf = ({ duty, window, subjectIds }: (typeof owed)[number]) =>
    subjectIds.map((subjectId) => standingId(duty.id, subjectId, window.id));
  const until = addDays(today, DAYS_AHEAD);
  const isStaff = member.postings.some(({ role }) => role !== 'guardian');
  const [counts, meetings, resolutions] = await Promise.all([
    readStandings(school._id, owed.flatMap(idsOf)),
    isStaff ? readInvitationsUntil(school._id, member._id, until) : [],
    isStaff ? readOwnResolutionsUntil(school._id, member._id, until) : [],
  ]);
  const countOf = new Map(counts.map(({ _id, count }) => [_id, count]));
  const duties = owed
    .map((one) => {
      const { duty, window } = one;
      const standings = idsOf(one).map((id) =>
        standingOf(duty, window, countOf.get(id) ?? 0, today),
      );
      const waiting = standings.filter(({ state }) => state === 'due' || state === 'overdue');
      return {
        id: `${duty.id}~${window.id}`,
        title: duty.title,
        clause: duty.clause,
        kind: duty.settledBy,
        action: RECORD_KINDS[duty.settledBy].action,
        label: window.label,
        dueOn: window.dueOn,
        isLate: waiting.some(({ state }) => state === 'overdue'),
        isNear: waiting.some(({ state, isNear }) => state === 'overdue' || isNear),
        done: standings.length - waiting.length,
        of: standings.length,
      };
    })
    .filter(({ done, of, isNear }) => done < of && isNear)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return {
    duties,
    meetings: meetings.map(presentListed),
    resolutions: resolutions.map((resolution) => presentResolution(ctx, resolution)),
  };
}
