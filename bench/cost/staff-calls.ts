import { divisionIdOf } from '../../domain/first-run/first-run.rules';
import { posting } from '../../test/cloudfunctions/api/staff-examples';
import { CAST, CLASSES } from '../../test/school/cast';
import { EXPECTED } from '../../test/school/joining';
import type { CostedCall } from './costed-call';

const { principal, otherPrincipal, subjectTeacher, counsellor, stranger } = CAST;
const READ = 2;

/** What first run, classes and staff may cost; see `calls.ts`. */
export const STAFF_CALLS: Record<string, CostedCall> = {
  'school.byId': { as: principal, billed: 3, trips: READ, readsPerClass: 1 },
  // In the other school, whose revision nothing else here has changed.
  'school.revise': { as: otherPrincipal, input: { rev: 1 }, billed: 6, trips: 7 },
  'schoolClass.record': { as: otherPrincipal, input: { rev: 2 }, billed: 8, trips: 9 },
  'schoolClass.close': {
    as: principal,
    about: CLASSES.seven3,
    input: { isClosed: false },
    billed: 4,
    trips: 5,
  },
  // The whole staff with every class's name: some eight people a class.
  'staff.list': { as: principal, billed: 4, trips: READ, readsPerClass: 9 },
  'staff.byId': { as: principal, about: subjectTeacher.openid, billed: 4, trips: READ },
  // Also the homeroom of a class: from one teacher to another.
  'staff.assign': {
    as: principal,
    about: subjectTeacher.openid,
    input: {
      rev: 0,
      postings: [posting('homeroomTeacher', { classIds: [CLASSES.seven3] })],
    },
    billed: 12,
    trips: 13,
    readsPerClass: 1,
  },
  // Somebody with nothing open; each meeting to come costs a transaction more.
  'staff.revise': {
    as: principal,
    about: counsellor.openid,
    input: { rev: 0 },
    billed: 16,
    trips: 8,
    // The classes whose homeroom teacher it is are looked for among all.
    readsPerClass: 1,
  },
  // Five questions change what follows, however many students there are.
  'schoolClass.assign': {
    as: otherPrincipal,
    about: CLASSES.elsewhere,
    // Of the class that `schoolClass.record` has added.
    input: {
      divisionId: divisionIdOf('baiyang-campus1', { stage: 'primary', entryYear: 2026 }),
    },
    billed: 13,
    trips: 8,
  },
  // Every setting of a school shares its revision, and all others were measured before.
  'phoneJoining.revise': { as: principal, input: { rev: 7 }, billed: 6, trips: 7 },
  'phoneDoor.byId': { as: stranger, billed: 3, trips: READ },
  // The number itself costs apart (docs/deploy.md).
  'phoneDoor.submit': { as: stranger, phone: EXPECTED.phone, billed: 5, trips: 3 },
  'setUp.byId': { as: otherPrincipal, billed: 4, trips: READ },
  // Once in the life of a school; a read and a write for each of its nine classes.
  'setUp.record': { as: otherPrincipal, billed: 30, trips: 30 },
};
