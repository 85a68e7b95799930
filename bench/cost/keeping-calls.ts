import { CAST, STUDENTS } from '../../test/school/cast';
import type { CostedCall } from './costed-call';

const { homeroomTeacher, principal } = CAST;
const READ = 2;

/** What settings, traces and retention may cost; the school's settings share a revision. */
export const KEEPING_CALLS: Record<string, CostedCall> = {
  'setting.list': { as: principal, billed: 4, trips: READ },
  'setting.list@homeroomTeacher': { as: homeroomTeacher, billed: 2, trips: READ },
  // A page, and the trace of having looked.
  'audit.list': { as: principal, billed: 4, trips: READ },
  'audit.list@student': {
    as: principal,
    input: { kind: 'opened', studentId: STUDENTS.firstChild._id },
    billed: 4,
    trips: READ,
  },
  // Two counts a kind: what is due, and what will be within a year; what always goes is one question.
  'retention.byId': { as: principal, billed: 9, trips: READ },
  'retention.revise': { as: principal, input: { rev: 5, isOn: true }, billed: 6, trips: 7 },
};
