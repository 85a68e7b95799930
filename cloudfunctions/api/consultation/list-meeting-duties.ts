import { addDays } from '../../../domain/calendar/day';
import { gradeLabel } from '../../../domain/calendar/school-class';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import { isWide, type Owed, subjectIdsIn } from '../../../domain/regulation/owed';
import { RECORD_KINDS, type RecordKind } from '../../../domain/regulation/record-kind';
import { sayExcuse, standingId, standingOf } from '../../../domain/regulation/standing';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import type { Caller } from '../procedure';
import { readClasses } from '../roster.store';
import { classLabelOf, schoolYearOf } from '../school-names';
import { readStandingsIn } from '../standings.store';
import { readInState, readInvitationsUntil, readOfKinds } from './consultation.store';
import { presentListed, presentResolution } from './consultation-view';
import { aroundToday, countedFrom, owedByCalendar, owedByMeetings } from './owed-today';
import { readOwnResolutions, readStandings, readStandingsOfDuties } from './resolution.store';

/** Whoever does this work has a card of its own on 今天; whoever leads sees here how far it is. */
const HAS_OWN_CARD: readonly RecordKind[] = [
  ...(['classLedger', 'ledgerEntry', 'screeningRound', 'specialHealthScreening'] as const),
  ...(['homeVisitFeedback', 'attentionReview'] as const),
];

/** How far ahead a meeting or a resolution is shown. */
const DAYS_AHEAD = 7;
/** For so long a decision is new to those whom it concerns, whenever it is due. */
const DAYS_NEW = 7;
/** Names are shown, not totals; the first few are enough to begin with. */
const FIRST_NAMES = 6;

/** An owed duty with the ids it is owed for. */
type Asked = Owed & { subjectIds: string[] };

const idsOf = ({ duty, window, subjectIds }: Asked): string[] =>
  subjectIds.map((subjectId) => standingId(duty.id, subjectId, window.id));

/** The names of places, as the school calls them. */
function namesOf(ctx: Caller, classes: readonly SchoolClass[]): Map<string, string> {
  const { school } = ctx;
  return new Map([
    [school._id, '全校'],
    ...classes.map((one): [string, string] => [one._id, classLabelOf(ctx, one)]),
    ...classes.map((one): [string, string] => [
      one.divisionId,
      gradeLabel(one, schoolYearOf(ctx), school.stageSystem),
    ]),
  ]);
}

/** A duty as 今天 shows it: how far it is, who still owes, and whether a holiday moved it. */
function presentDuty(
  { today }: Caller,
  asked: Asked,
  countOf: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, string>,
) {
  const { duty, window, subjectIds } = asked;
  const standings = subjectIds.map((subjectId) => ({
    subjectId,
    ...standingOf(duty, window, countOf.get(standingId(duty.id, subjectId, window.id)) ?? 0, today),
  }));
  const waiting = standings.filter(({ state, reason, until }) =>
    state === 'excused'
      ? until !== null && reason !== null
      : state !== 'done' && state !== 'upcoming',
  );
  return {
    id: `${duty.id}~${window.id}`,
    title: duty.title,
    clause: duty.clause,
    kind: duty.settledBy,
    action: RECORD_KINDS[duty.settledBy].action,
    label: window.label,
    dueOn: window.dueOn,
    excuse: sayExcuse(window),
    factId: window.factId,
    isLate: waiting.some(({ state }) => state === 'overdue'),
    isNear: waiting.some(({ state, isNear }) => state === 'overdue' || isNear),
    done: standings.length - waiting.length,
    of: standings.length,
    waiting: waiting.slice(0, FIRST_NAMES).map(({ subjectId }) => ({
      id: subjectId,
      label: names.get(subjectId) ?? '',
    })),
  };
}

/** Of a duty that counts from a meeting, the place of that meeting only. */
function placedIn(asked: Asked, meetings: readonly Consultation[]): Asked {
  const { factId } = asked.window;
  if (factId === null) return asked;
  const placeId = meetings.find(({ _id }) => _id === factId)?.placeId;
  return { ...asked, subjectIds: asked.subjectIds.filter((id) => id === placeId) };
}

/**
 * What the school's rules ask of somebody now, their meetings, their resolutions and what waits for
 * their signature or answer: nearest first. Who leads sees the sum of all their classes, by name.
 */
export async function listMeetingDuties(ctx: Caller) {
  const { school, member, today, access } = ctx;
  access.authorize({ schoolId: school._id, memberId: member._id });
  const owed = owedByCalendar(ctx).filter(
    (one) => isWide(one) || !HAS_OWN_CARD.includes(one.duty.settledBy),
  );
  const wide = owed.filter(isWide);
  const named = owed.filter((one) => !isWide(one));
  const asNamed = named.map((one) => ({ ...one, subjectIds: subjectIdsIn(one, school._id, []) }));
  const { kindIds, dutyIds, isWide: isCountedWide } = countedFrom(ctx);
  const isStaff = member.postings.some(({ role }) => role !== 'guardian');
  const signs = access.filterFor('consultation.signOff');
  const plans = access.filterFor('consultation.plan');
  const until = addDays(today, DAYS_AHEAD);
  const decidedSince = addDays(today, -DAYS_NEW);
  const needsNames = wide.length > 0 || isCountedWide;

  const [classes, counts, ofWindows, ofDuties, held, meetings, resolutions, toSign, askedBack] =
    await Promise.all([
      needsNames ? readClasses(school._id, 'everything') : [],
      readStandings(school._id, asNamed.flatMap(idsOf)),
      readStandingsIn(
        school._id,
        wide.map(({ duty, window }) => `${duty.id}~${window.id}`),
      ),
      readStandingsOfDuties(school._id, dutyIds),
      readOfKinds(school._id, kindIds, aroundToday(today)),
      isStaff ? readInvitationsUntil(school._id, member._id, until) : [],
      isStaff ? readOwnResolutions(school._id, member._id, { dueBy: until, decidedSince }) : [],
      readInState(school._id, signs, 'closed'),
      readInState(school._id, plans, 'askedBack'),
    ]);

  const countOf = new Map(
    [...counts, ...ofWindows, ...ofDuties].map(({ _id, count }) => [_id, count]),
  );
  const within = (one: Owed): Asked => ({
    ...one,
    subjectIds: subjectIdsIn(one, school._id, classes),
  });
  const names = namesOf(ctx, classes);
  const asked = [
    ...asNamed,
    ...wide.map(within),
    ...owedByMeetings(ctx, held).map((one) => placedIn(within(one), held)),
  ].filter(({ subjectIds }) => subjectIds.length > 0);
  return {
    duties: asked
      .map((one) => presentDuty(ctx, one, countOf, names))
      .filter(({ done, of, isNear }) => done < of && isNear)
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    meetings: meetings.map(presentListed),
    resolutions: resolutions.map((resolution) => presentResolution(ctx, resolution)),
    /** How many meetings wait for the caller's signature. */
    toSign: toSign.length,
    /** What a leader asked about the caller's own meetings. */
    toAnswer: askedBack
      .filter(({ chairId, createdBy }) => [chairId, createdBy].includes(member._id))
      .map(presentListed),
  };
}
