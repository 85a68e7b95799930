import { addDays } from '../../domain/calendar/day';
import { CALENDAR_PRESET } from '../../domain/calendar/school-calendar';
import { CAST, CAST_TODAY, CLASSES } from '../../test/school/cast';
import { meetingIdOf } from '../../test/school/consultations';
import { writeIdOf } from '../../test/school/random';
import { termsUpTo } from '../../test/school/terms';
import type { CostedCall } from './costed-call';
import { consultationId, itemId } from './meeting-calls';

const { homeroomTeacher, guardian, leader, principal } = CAST;
const placeId = CLASSES.seven3;
const waiting = meetingIdOf(placeId, 'waiting');
const conference = meetingIdOf(placeId, 'conference');

const READ = 2;
const edit = (key: string, rev: number) => ({ consultationId, rev, writeId: writeIdOf(key) });

/** What follows a meeting, and the rules, may cost; after those of `meeting-calls.ts`. */
export const AFTER_MEETING_CALLS: Record<string, CostedCall> = {
  // A leader sponsors a division, and divisions grow with the school.
  'consultationSignOff.list': {
    as: leader,
    input: undefined,
    billed: 3,
    trips: READ,
    readsPerClass: 1,
  },
  'consultation.signOff': {
    as: leader,
    input: { ...edit('ask', 3), verdict: 'askedBack', words: '家长知道吗？' },
    billed: 7,
    trips: 8,
  },
  'consultation.submit': {
    as: homeroomTeacher,
    input: { ...edit('answer', 4), words: '已经打过电话。' },
    billed: 7,
    trips: 8,
  },
  'consultationItem.void': {
    as: homeroomTeacher,
    input: {
      consultationId: conference,
      itemId: `${conference}~topic`,
      rev: 1,
      writeId: writeIdOf('unsay'),
      reason: '并入别的议题',
    },
    billed: 9,
    trips: 10,
  },
  'consultation.void': {
    as: homeroomTeacher,
    input: {
      consultationId: conference,
      rev: 1,
      writeId: writeIdOf('cancel'),
      reason: '并入下周',
    },
    billed: 7,
    trips: 8,
  },
  'meetingDuty.list': { as: homeroomTeacher, input: {}, billed: 5, trips: READ },
  'meetingDuty.list@leader': { as: leader, input: {}, billed: 5, trips: READ },
  'meetingDuty.list@guardian': { as: guardian, input: {}, billed: 2, trips: READ },
  // The chain of the whole school: every class is a place that reports.
  'monthlyReport.byId': {
    as: homeroomTeacher,
    input: { month: CAST_TODAY.slice(0, 7), level: 'class', placeId },
    billed: 4,
    trips: READ,
    readsPerClass: 1,
  },
  'monthlyReport.submit': {
    as: homeroomTeacher,
    input: {
      ...{ month: CAST_TODAY.slice(0, 7), level: 'class', placeId, rev: 0 },
      ...{ writeId: writeIdOf('month'), text: '这个月作业量合适。' },
    },
    billed: 8,
    trips: 9,
    readsPerClass: 1,
  },
  'resolution.list': { as: homeroomTeacher, input: { of: 'mine' }, billed: 3, trips: READ },
  'resolution.list@leader': {
    as: leader,
    input: { of: 'late' },
    billed: 3,
    trips: READ,
    readsPerClass: 2,
  },
  'resolution.record': {
    as: homeroomTeacher,
    input: {
      resolutionId: itemId,
      rev: 1,
      writeId: writeIdOf('progress'),
      isDone: true,
      words: '七天都先做了数学。',
    },
    billed: 9,
    trips: 10,
  },
  'resolution.signOff': {
    as: leader,
    input: {
      resolutionId: `${waiting}~a`,
      rev: 1,
      writeId: writeIdOf('check'),
      isOnTrack: true,
      words: '',
    },
    billed: 7,
    trips: 8,
  },
  // Last: the school's rules are what the calls before it follow.
  'regulation.revise': {
    as: principal,
    input: {
      // What the settings measured before leave.
      rev: 3,
      writeId: writeIdOf('rules'),
      presetIds: [],
      effectiveOn: addDays(CAST_TODAY, 7),
      duties: [],
      meetingKinds: [],
    },
    billed: 6,
    trips: 7,
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
