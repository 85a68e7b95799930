import { CAST_TODAY } from '../../school/cast';
import type { Example } from './examples';
import { newWriteId } from './writes';

/** Nobody has changed so often: an outdated view, so that trying everything changes nothing. */
const NEVER = 99;

/** Everything is decided later. */
export const NOBODY_YET = {
  ...{ homeroom: null, subjects: null, mentees: null },
  ...{ resolutions: null, cases: null, meetings: null, visits: null },
};

/** One valid input for every procedure of leaving; part of the table in `examples.ts`. */
export const LEAVING_EXAMPLES: Readonly<Record<string, Example>> = {
  'departure.list': { about: 'school', input: () => undefined },
  'departure.plan': { about: 'staffMember', input: (memberId) => ({ memberId }) },
  'departure.record': {
    about: 'staffMember',
    input: (memberId) => ({
      ...{ memberId, rev: NEVER, writeId: newWriteId() },
      ...{ reason: '调到别的学校', successors: NOBODY_YET },
    }),
  },
  'departure.assign': {
    about: 'staffMember',
    input: (memberId) => ({
      ...{ memberId, rev: NEVER, writeId: newWriteId(), successors: NOBODY_YET },
    }),
  },
  'departure.close': { about: 'staffMember', input: (memberId) => ({ memberId }) },
  'enrolment.record': {
    about: 'class',
    input: (classId) => ({
      ...{ studentId: newWriteId(), writeId: newWriteId(), classId },
      ...{ name: '叶知秋', sex: 'female', studentNumber: newWriteId() },
    }),
  },
  'enrolment.assign': {
    about: 'student',
    // Into the class where they are.
    input: (studentId) => ({
      ...{ studentId, rev: NEVER, writeId: newWriteId() },
      classId: studentId.replace(/-s\d+$/, ''),
    }),
  },
  'enrolment.close': {
    about: 'student',
    input: (studentId) => ({
      ...{ studentId, rev: NEVER, writeId: newWriteId(), on: CAST_TODAY, reason: '转学' },
    }),
  },
  'enrolment.void': {
    about: 'student',
    input: (studentId) => ({ studentId, rev: NEVER, writeId: newWriteId() }),
  },
  'erasureRequest.plan': { about: 'student', input: (studentId) => ({ studentId }) },
  'erasureRequest.submit': {
    about: 'student',
    input: (studentId) => ({ studentId, writeId: newWriteId() }),
  },
  'erasureRequest.void': {
    about: 'erasureRequest',
    input: (requestId) => ({ requestId, writeId: newWriteId() }),
  },
  'erasureRequest.list': { about: 'school', input: () => undefined },
  'erasureRequest.close': {
    about: 'erasureRequest',
    input: (requestId) => ({ requestId, rev: NEVER, writeId: newWriteId() }),
  },
};
