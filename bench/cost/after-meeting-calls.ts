import { addDays } from '../../domain/calendar/day';
import { CALENDAR_PRESET } from '../../domain/calendar/school-calendar';
import { CAST, CAST_TODAY, CLASSES, divisionIdOf, OTHER_SCHOOL_ID } from '../../test/school/cast';
import { meetingIdOf } from '../../test/school/consultations';
import { writeIdOf } from '../../test/school/random';
import { termsUpTo } from '../../test/school/terms';
import type { CostedCall } from './costed-call';
import { consultationId, itemId } from './meeting-calls';

const { homeroomTeacher, guardian, leader, otherPrincipal, principal } = CAST;
const placeId = CLASSES.seven3;
const waiting = meetingIdOf(placeId, 'waiting');
const conference = meetingIdOf(placeId, 'conference');

const READ = 2;

/** What follows a meeting, and the rules, may cost; after those of `meeting-calls.ts`. */
export const AFTER_MEETING_CALLS: Record<string, CostedCall> = {
  // A leader sponsors a division, and divisions grow with the school.
  'consultationSignOff.list': {
    as: leader,
    billed: 3,
    trips: READ,
    readsPerClass: 1,
  },
  'consultation.signOff': {
    as: leader,
    about: consultationId,
    input: { rev: 3, verdict: 'askedBack', words: '家长知道吗？' },
    billed: 7,
    trips: 8,
  },
  'consultation.submit': {
    as: homeroomTeacher,
    about: consultationId,
    input: { rev: 4 },
    billed: 7,
    trips: 8,
  },
  'consultationItem.void': {
    as: homeroomTeacher,
    about: conference,
    input: { rev: 1 },
    billed: 9,
    trips: 10,
  },
  'consultation.void': {
    as: homeroomTeacher,
    about: conference,
    input: { rev: 1 },
    billed: 7,
    trips: 8,
  },
  // A conference asks for its plan and its report: those around today are looked through.
  'meetingDuty.list': { as: homeroomTeacher, billed: 8, trips: READ, readsPerClass: 3 },
  'meetingDuty.list@leader': { as: leader, billed: 8, trips: READ, readsPerClass: 3 },
  'meetingDuty.list@guardian': { as: guardian, billed: 2, trips: READ },
  // The chain of the whole school: every class is a place that reports.
  'monthlyReport.byId': {
    as: homeroomTeacher,
    about: placeId,
    billed: 4,
    trips: READ,
    readsPerClass: 1,
  },
  'monthlyReport.submit': {
    as: homeroomTeacher,
    about: placeId,
    billed: 8,
    trips: 9,
    readsPerClass: 1,
  },
  'resolution.list': { as: homeroomTeacher, input: { of: 'mine' }, billed: 3, trips: READ },
  'resolution.list@leader': {
    as: leader,
    billed: 3,
    trips: READ,
    readsPerClass: 2,
  },
  'resolution.record': {
    as: homeroomTeacher,
    about: itemId,
    input: { rev: 1, isDone: true },
    billed: 9,
    trips: 10,
  },
  // All of a division, for its weekly check.
  'resolution.list@check': {
    as: leader,
    input: { of: 'all', divisionId: divisionIdOf(8) },
    billed: 4,
    trips: READ,
    readsPerClass: 3,
  },
  // In the other school nothing has been decided yet.
  'resolutionCheck.record': {
    as: otherPrincipal,
    about: `${OTHER_SCHOOL_ID}-g3`,
    billed: 8,
    trips: 8,
  },
  'resolution.signOff': {
    as: leader,
    about: `${waiting}~a`,
    input: { rev: 1 },
    billed: 10,
    trips: 11,
  },
  // Last: the school's rules are what the calls before it follow.
  'regulation.revise': {
    as: principal,
    input: { rev: 3, effectiveOn: addDays(CAST_TODAY, 7) },
    billed: 6,
    trips: 7,
  },
  'consultationDissent.record': {
    as: homeroomTeacher,
    input: { consultationId: waiting, rev: 0, writeId: writeIdOf('dissent'), text: '作业多了。' },
    billed: 11,
    trips: 11,
  },
  'consultationDissent.byId': {
    as: homeroomTeacher,
    input: { consultationId: waiting, reason: '准备会商' },
    billed: 5,
    trips: 3,
  },
  'schoolCalendar.byId': { as: principal, input: {}, billed: 2, trips: READ },
  'schoolCalendar.revise': {
    as: principal,
    input: {
      rev: 4,
      writeId: writeIdOf('calendar'),
      ...CALENDAR_PRESET,
      terms: termsUpTo(CAST_TODAY, 6).map(({ id: _id, ...dates }) => dates),
    },
    billed: 6,
    trips: 7,
  },
};
