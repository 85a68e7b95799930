import { addDays, type Day, monthAndDay } from '../calendar/day';
import { momentOf } from '../school/reminder-settings.schema';
import { check, type Due, lastSchoolDay, type Occasion, sayMoment, smallDue } from './due';

/** A meeting as far as reminders look at it. */
export interface MeetingFacts {
  _id: string;
  label: string;
  placeLabel: string;
  placeId: string;
  classId: string | null;
  divisionId: string | null;
  place: string;
  on: Day;
  startsAt: string | null;
  state: string;
  chairId: string;
  invitedIds: string[];
  topicsSentOn: Day | null;
  closedAt: Date | null;
}

const AGENDA_DAYS_AHEAD = 3;
const HOUR_MS = 3_600_000;

const pageOf = ({ _id, placeId }: MeetingFacts): string =>
  `pages/consultation/meeting/index?meetingId=${_id}&placeId=${placeId}`;

const titleOf = ({ placeLabel, label }: MeetingFacts): string => `${placeLabel} · ${label}`;

/** A message of its own to everybody invited. */
function ownDues(
  meeting: MeetingFacts,
  kind: 'meetingTomorrow' | 'meetingSoon',
  words: Pick<Due, 'text' | 'at'> & { note: string },
): Due[] {
  const { _id, on, startsAt, place, classId, divisionId } = meeting;
  const { note, ...rest } = words;
  const begins = startsAt === null ? null : momentOf(on, startsAt);
  return meeting.invitedIds.map((memberId) => ({
    ...rest,
    kind,
    subjectId: _id,
    dueOn: on,
    memberId,
    page: pageOf(meeting),
    checks: [check('consultations', meeting)],
    parts: { what: titleOf(meeting), at: begins ?? monthAndDay(on), where: place || '待定', note },
    until: begins ?? momentOf(on, '23:59'),
    about: { aboutId: _id, classId, divisionId, studentId: null, studentName: null },
  }));
}

/** The day before, an hour before, and what is asked for beforehand. */
export function plannedMeetingDues(meeting: MeetingFacts, { today, calendar }: Occasion): Due[] {
  if (meeting.state !== 'planned') return [];
  const { on, startsAt } = meeting;
  const dues: Due[] = [];
  if (on > today && lastSchoolDay(calendar, addDays(on, -1)) === today) {
    const text = `${sayMoment(on, startsAt, today)} ${titleOf(meeting)}`;
    dues.push(...ownDues(meeting, 'meetingTomorrow', { text, at: null, note: '请提前安排好时间' }));
  }
  if (on === today && startsAt !== null) {
    const at = new Date(momentOf(on, startsAt).getTime() - HOUR_MS);
    const text = `${startsAt} ${titleOf(meeting)}`;
    dues.push(...ownDues(meeting, 'meetingSoon', { text, at, note: '还有大约一个小时' }));
  }
  const isAsking =
    meeting.topicsSentOn === null &&
    lastSchoolDay(calendar, addDays(on, -AGENDA_DAYS_AHEAD)) === today;
  return isAsking ? [...dues, ...agendaDues(meeting, today)] : dues;
}

/** Everybody but the chair is asked what should be talked about. */
const agendaDues = (meeting: MeetingFacts, today: Day): Due[] =>
  meeting.invitedIds
    .filter((memberId) => memberId !== meeting.chairId)
    .map((memberId) =>
      smallDue({
        kind: 'agendaRequest',
        subjectId: meeting._id,
        dueOn: meeting.on,
        memberId,
        text: `${sayMoment(meeting.on, meeting.startsAt, today)} ${titleOf(meeting)}，想谈什么请告诉主持人`,
        page: pageOf(meeting),
        checks: [check('consultations', meeting)],
      }),
    );

/** So often somebody is told again that a meeting waits for them. */
const EVERY_DAYS = 7;

/** A meeting that waits to be signed, or its convener's answer: the day after, then weekly. */
export function waitingMeetingDues(
  meeting: MeetingFacts & { state: 'closed' | 'askedBack' },
  { signerIds, since }: { signerIds: readonly string[]; since: Day },
  { today }: Occasion,
): Due[] {
  const days = (Date.parse(today) - Date.parse(since)) / (24 * HOUR_MS);
  if (days < 1 || (days - 1) % EVERY_DAYS !== 0) return [];
  const isAsked = meeting.state === 'askedBack';
  const people = isAsked ? [meeting.chairId] : signerIds;
  return people.map((memberId) =>
    smallDue({
      kind: isAsked ? 'answerWaiting' : 'signOffWaiting',
      subjectId: meeting._id,
      dueOn: today,
      memberId,
      text: `${titleOf(meeting)}（${monthAndDay(meeting.on)}）${isAsked ? '等您答复' : '等您签字'}`,
      page: pageOf(meeting),
      checks: [check('consultations', meeting)],
    }),
  );
}

/** A meeting that is owed and of which no plan is written yet. */
export interface MissingPlan {
  dutyId: string;
  title: string;
  /** The last day on which it can be held in time. */
  holdBy: Day;
  /** So many days before it the plan has to be there. */
  daysAhead: number;
  /** The names of the classes, divisions or the school whose plan is missing; at least one. */
  places: readonly string[];
  memberId: string;
}

/** The day on which a missing plan is said: when it has to be there, on a school day. */
export const isPlanDay = (holdBy: Day, daysAhead: number, { today, calendar }: Occasion): boolean =>
  lastSchoolDay(calendar, addDays(holdBy, -daysAhead)) === today;

/** So many places are named; the rest are counted. */
const NAMED = 3;

const sayPlaces = (places: readonly string[]): string =>
  `${places.slice(0, NAMED).join('、')}${places.length > NAMED ? `等 ${places.length} 个` : ''}`;

export const missingPlanDue = (missing: MissingPlan): Due => {
  const { dutyId, title, places, memberId, daysAhead, holdBy } = missing;
  return smallDue({
    kind: 'planDue',
    subjectId: dutyId,
    dueOn: holdBy,
    memberId,
    text: `${sayPlaces(places)}的${title}要提前 ${daysAhead} 天写好计划`,
    page: 'pages/consultation/plan/index',
    checks: [],
  });
};
