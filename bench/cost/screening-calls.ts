import { roundIdOf } from '../../domain/screening/screening.schema';
import { CAST, CAST_TODAY, CLASSES, SCHOOL_ID, studentIdOf } from '../../test/school/cast';
import type { CostedCall } from './costed-call';

const { homeroomTeacher, principal, divisionHead } = CAST;
const classId = CLASSES.seven3;
const roundId = roundIdOf(SCHOOL_ID, 'monthly', CAST_TODAY.slice(0, 7));
const cared = studentIdOf(classId, 4);

const READ = 2;

/** What 排查 may cost; see `calls.ts`. */
export const SCREENING_CALLS: Record<string, CostedCall> = {
  'screeningRound.list': { as: homeroomTeacher, billed: 3, trips: READ },
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
    about: classId,
    billed: 6,
    trips: READ,
  },
  'screeningFinding.record': {
    as: homeroomTeacher,
    about: classId,
    input: { studentId: cared },
    billed: 13,
    trips: 12,
  },
  'screeningSheet.record': {
    as: homeroomTeacher,
    about: classId,
    billed: 9,
    trips: 8,
  },
  'screeningSheet.submit': {
    as: homeroomTeacher,
    about: classId,
    billed: 11,
    trips: 10,
  },
  'screeningRound.signOff': {
    as: divisionHead,
    about: classId,
    billed: 8,
    trips: 7,
    readsPerClass: 2,
  },
  'screeningRound.plan': {
    as: principal,
    input: { kind: 'irregular', dueOn: CAST_TODAY },
    billed: 5,
    trips: 6,
  },
  // Last month's round is over: closing it again changes nothing and reads as much.
  'screeningRound.close': {
    as: principal,
    input: { roundId: roundIdOf(SCHOOL_ID, 'monthly', '2026-09') },
    billed: 7,
    trips: 6,
    readsPerClass: 3,
  },
};
