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
  'homeVisit.list': { as: homeroomTeacher, about: classId, billed: 7, trips: READ },
  'homeVisit.list@principal': { as: principal, about: classId, billed: 7, trips: READ },
  // Which ledgers of the term name one of the mentees.
  'homeVisit.list@mentor': { as: homeroomTeacher, billed: 5, trips: READ, readsPerClass: 1 },
  'homeVisit.byId': {
    as: homeroomTeacher,
    about: accompanied,
    billed: 3,
    trips: READ,
  },
  'homeVisitForm.byId': {
    as: homeroomTeacher,
    about: STUDENTS.otherChild._id,
    input: { visitId: unanswered },
    billed: 5,
    trips: READ,
  },
  'homeVisitDuty.list': { as: homeroomTeacher, billed: 4, trips: READ },
  'homeVisitDuty.list@guardian': { as: guardian, billed: 2, trips: READ },
  // Before a picture is named by a record: else it is cleared away one day.
  'photoUpload.record': {
    as: homeroomTeacher,
    input: { fileId: `cloud://local.bucket/${photoPathOf(visitId, writeIdOf('upload'))}` },
    billed: 5,
    trips: 6,
  },
  'homeVisit.plan': {
    as: homeroomTeacher,
    about: studentId,
    input: { visitId, plannedOn: CAST_TODAY, companionId: subjectTeacher.openid },
    billed: 7,
    trips: 8,
  },
  'homeVisit.record': {
    as: homeroomTeacher,
    about: studentId,
    input: {
      visitId,
      rev: 1,
      photos: [`cloud://local/${photoPathOf(visitId, 'photo0of0the0costs00')}`],
      companionId: subjectTeacher.openid,
    },
    billed: 11,
    trips: 12,
  },
  'homeVisit.close': {
    as: homeroomTeacher,
    about: unanswered,
    input: { rev: 1, next: { visitId: 'visit1of0the0costs00', on: CAST_TODAY } },
    billed: 10,
    trips: 11,
  },
  'homeVisit.signOff': {
    as: subjectTeacher,
    about: accompanied,
    billed: 6,
    trips: 7,
  },
  'sealedNote.reviseHomeVisit': {
    as: homeroomTeacher,
    about: accompanied,
    input: { rev: 1, text: '近期由祖辈照顾。' },
    billed: 7,
    trips: 8,
  },
  // Who looked is written before anything is shown.
  'homeVisitPhoto.list': { as: homeroomTeacher, about: visitId, billed: 5, trips: 3 },
  'homeVisit.void': {
    as: homeroomTeacher,
    about: visitId,
    input: { rev: 2 },
    billed: 13,
    trips: 14,
  },
};
