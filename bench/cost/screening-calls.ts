import { roundIdOf } from '../../domain/screening/screening.schema';
import { CAST, CAST_TODAY, CLASSES, SCHOOL_ID, studentIdOf } from '../../test/school/cast';
import { writeIdOf } from '../../test/school/random';
import type { CostedCall } from './costed-call';

const { homeroomTeacher, principal, divisionHead } = CAST;
const classId = CLASSES.seven3;
const roundId = roundIdOf(SCHOOL_ID, 'monthly', CAST_TODAY.slice(0, 7));
const cared = studentIdOf(classId, 4);

const READ = 2;

/** What 排查 may cost; see `calls.ts`. */
export const SCREENING_CALLS: Record<string, CostedCall> = {
  'screeningRound.list': { as: homeroomTeacher, input: {}, billed: 3, trips: READ },
  'screeningRound.byId': { as: homeroomTeacher, input: { roundId }, billed: 5, trips: READ },
  'screeningRound.byId@principal': {
    as: principal,
    input: { roundId },
    billed: 5,
    trips: READ,
    readsPerClass: 2,
  },
  'screeningSheet.byId': {
    as: homeroomTeacher,
    input: { roundId, classId },
    billed: 6,
    trips: READ,
  },
  'screeningFinding.record': {
    as: homeroomTeacher,
    input: {
      roundId,
      classId,
      studentId: cared,
      rev: 0,
      writeId: writeIdOf('finding'),
      concern: 'mood',
      text: '话变少了。',
    },
    billed: 13,
    trips: 12,
  },
  'screeningSheet.record': {
    as: homeroomTeacher,
    input: { roundId, classId, writeId: writeIdOf('rest'), students: 'rest', state: 'same' },
    billed: 9,
    trips: 8,
  },
  'screeningSheet.submit': {
    as: homeroomTeacher,
    input: { roundId, classId, writeId: writeIdOf('hand in'), isSubmitted: true },
    billed: 9,
    trips: 8,
  },
  'screeningRound.signOff': {
    as: divisionHead,
    input: { roundId, classIds: [classId], writeId: writeIdOf('division') },
    billed: 7,
    trips: 7,
    readsPerClass: 1,
  },
  'screeningRound.plan': {
    as: principal,
    input: { kind: 'irregular', dueOn: CAST_TODAY, writeId: writeIdOf('round') },
    billed: 5,
    trips: 6,
  },
  // Last month's round is over: closing it again changes nothing and reads as much.
  'screeningRound.close': {
    as: principal,
    input: {
      roundId: roundIdOf(SCHOOL_ID, 'monthly', '2026-09'),
      writeId: writeIdOf('school'),
      note: '',
    },
    billed: 7,
    trips: 6,
    readsPerClass: 3,
  },
};
