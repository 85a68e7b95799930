import { photoPathOf } from '../../domain/home-visit/home-visit.schema';
import { CAST, CAST_TODAY, CLASSES, STUDENTS, studentIdOf } from '../../test/school/cast';
import { writeIdOf } from '../../test/school/random';
import type { CostedCall } from './costed-call';

const { homeroomTeacher, subjectTeacher, principal, guardian } = CAST;
const classId = CLASSES.seven3;
/** Visits of the school that is made: one that waits for feedback, one with a companion. */
const unanswered = `visit~${STUDENTS.otherChild._id}`;
const accompanied = `visit~${studentIdOf(classId, 4)}`;
const studentId = studentIdOf(classId, 3);
const visitId = 'visit0of0the0costs00';

const READ = 2;

/** What the procedures of home visits may cost; see `calls.ts`. */
export const HOME_VISIT_CALLS: Record<string, CostedCall> = {
  'homeVisit.list': { as: homeroomTeacher, input: { classId }, billed: 7, trips: READ },
  'homeVisit.list@principal': { as: principal, input: { classId }, billed: 7, trips: READ },
  'homeVisit.list@mentor': { as: homeroomTeacher, input: {}, billed: 5, trips: READ },
  'homeVisit.byId': {
    as: homeroomTeacher,
    input: { visitId: accompanied },
    billed: 3,
    trips: READ,
  },
  'homeVisitForm.byId': {
    as: homeroomTeacher,
    input: { studentId: STUDENTS.otherChild._id, classId, visitId: unanswered },
    billed: 5,
    trips: READ,
  },
  'homeVisitDuty.list': { as: homeroomTeacher, input: {}, billed: 4, trips: READ },
  'homeVisitDuty.list@guardian': { as: guardian, input: {}, billed: 2, trips: READ },
  // Before a picture is named by a record: else it is cleared away one day.
  'photoUpload.record': {
    as: homeroomTeacher,
    input: { fileId: `cloud://local.bucket/${photoPathOf(visitId, writeIdOf('upload'))}` },
    billed: 5,
    trips: 6,
  },
  'homeVisit.plan': {
    as: homeroomTeacher,
    input: {
      visitId,
      studentId,
      rev: 0,
      writeId: writeIdOf('plan'),
      reasons: ['progress'],
      plannedOn: CAST_TODAY,
      partners: ['mother'],
      askAbout: '在家怎么安排时间。',
      companionId: subjectTeacher.openid,
    },
    billed: 7,
    trips: 8,
  },
  'homeVisit.record': {
    as: homeroomTeacher,
    input: {
      visitId,
      studentId,
      rev: 1,
      writeId: writeIdOf('visit'),
      way: 'inPerson',
      visitedOn: CAST_TODAY,
      met: ['mother'],
      learned: '自己贴了作息表。',
      agreed: '九点前放下手机。',
      photos: [`cloud://local/${photoPathOf(visitId, 'photo0of0the0costs00')}`],
      companionId: subjectTeacher.openid,
    },
    billed: 11,
    trips: 12,
  },
  'homeVisit.close': {
    as: homeroomTeacher,
    input: {
      visitId: unanswered,
      rev: 1,
      writeId: writeIdOf('feedback'),
      effect: 'better',
      effectText: '作业交得早了。',
      next: { visitId: 'visit1of0the0costs00', on: CAST_TODAY },
    },
    billed: 10,
    trips: 11,
  },
  'homeVisit.signOff': {
    as: subjectTeacher,
    input: { visitId: accompanied, writeId: writeIdOf('sign'), isConfirmed: true },
    billed: 6,
    trips: 7,
  },
  'sealedNote.reviseHomeVisit': {
    as: homeroomTeacher,
    input: {
      visitId: accompanied,
      rev: 1,
      writeId: writeIdOf('sealed visit'),
      text: '近期由祖辈照顾。',
    },
    billed: 7,
    trips: 8,
  },
  // Who looked is written before anything is shown.
  'homeVisitPhoto.list': { as: homeroomTeacher, input: { visitId }, billed: 5, trips: 3 },
  'homeVisit.void': {
    as: homeroomTeacher,
    input: { visitId, rev: 2, writeId: writeIdOf('void visit'), reason: '记错了学生' },
    billed: 13,
    trips: 14,
  },
};
