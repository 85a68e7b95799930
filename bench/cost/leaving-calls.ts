import { NOBODY_YET } from '../../test/cloudfunctions/api/leaving-examples';
import { CAST, CLASSES, STUDENTS } from '../../test/school/cast';
import type { CostedCall } from './costed-call';

const { principal, studentAffairsOffice, guardianOfTwo, homeroomTeacher, subjectTeacher } = CAST;
const READ = 2;
const { _id: firstChild } = STUDENTS.firstChild;
const [ASKED, ASKED_AGAIN] = ['erasureAsked00001', 'erasureAsked00002'];
const leaver = STUDENTS.menteeIn73._id;

/** What leaving may cost; see `calls.ts`. */
export const LEAVING_CALLS: Record<string, CostedCall> = {
  'departure.list': { as: principal, billed: 3, trips: READ },
  // The whole staff, with every class's name: who could take what on.
  'departure.plan': {
    as: principal,
    about: homeroomTeacher.openid,
    billed: 11,
    trips: READ,
    readsPerClass: 9,
  },
  'departure.record': {
    as: principal,
    about: homeroomTeacher.openid,
    input: {
      rev: 0,
      successors: { ...NOBODY_YET, mentees: subjectTeacher.openid },
    },
    billed: 19,
    trips: 12,
  },
  // Eight mentees in one transaction, once in a teacher's life at a school.
  'departure.close': { as: principal, about: homeroomTeacher.openid, billed: 63, trips: 65 },
  'departure.assign': {
    as: principal,
    about: homeroomTeacher.openid,
    input: { rev: 2 },
    billed: 12,
    trips: 7,
  },
  // A sheet of a running round that was handed in is opened again.
  'enrolment.record': { as: principal, about: CLASSES.seven3, billed: 13, trips: 14 },
  'enrolment.assign': {
    as: principal,
    about: leaver,
    input: { rev: 1, classId: CLASSES.seven3 },
    billed: 14,
    trips: 14,
  },
  'enrolment.close': { as: principal, about: leaver, input: { rev: 2 }, billed: 14, trips: 14 },
  'enrolment.void': { as: principal, about: leaver, input: { rev: 3 }, billed: 14, trips: 15 },
  'erasureRequest.plan': { as: guardianOfTwo, about: firstChild, billed: 4, trips: READ },
  'erasureRequest.submit': {
    as: guardianOfTwo,
    about: firstChild,
    input: { writeId: ASKED },
    billed: 7,
    trips: 7,
  },
  'erasureRequest.list': { as: studentAffairsOffice, billed: 4, trips: READ },
  'erasureRequest.void': { as: guardianOfTwo, about: ASKED, billed: 6, trips: 7 },
  'erasureRequest.submit@again': {
    as: guardianOfTwo,
    about: firstChild,
    input: { writeId: ASKED_AGAIN },
    billed: 7,
    trips: 7,
  },
  // The first of its calls; those that follow write a handful of documents each, once in a family's
  // life at a school.
  'erasureRequest.close': {
    as: studentAffairsOffice,
    about: ASKED_AGAIN,
    input: { rev: 1 },
    billed: 12,
    trips: 13,
  },
};
