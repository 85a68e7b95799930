import { CAST, CLASSES, STUDENTS } from '../../test/school/cast';
import { INVITATION_CODE, JOIN_CODE, WAITING } from '../../test/school/joining';
import type { CostedCall } from './costed-call';

const { homeroomTeacher, studentAffairsOffice, guardian, stranger } = CAST;
const READ = 2;

/** What joining may cost; see `calls.ts`. */
export const JOINING_CALLS: Record<string, CostedCall> = {
  'guardianCode.record': { as: homeroomTeacher, about: CLASSES.seven3, billed: 6, trips: 7 },
  'guardianCode.export': { as: homeroomTeacher, about: JOIN_CODE, billed: 3, trips: READ },
  'guardianDoor.byId': { as: stranger, billed: 4, trips: READ },
  'guardianDoor.submit': { as: stranger, billed: 11, trips: 11 },
  'guardianDoor.list': { as: stranger, billed: 3, trips: READ },
  'guardianRequest.list': { as: homeroomTeacher, about: CLASSES.seven3, billed: 7, trips: READ },
  'guardianRequest.close': {
    as: homeroomTeacher,
    about: WAITING.requestId,
    input: { decision: { state: 'approved', studentId: STUDENTS.menteeIn73._id } },
    billed: 10,
    trips: 11,
  },
  'guardianRequest.void': { as: homeroomTeacher, about: WAITING.requestId, billed: 10, trips: 11 },
  'guardianCode.close': { as: homeroomTeacher, about: JOIN_CODE, billed: 6, trips: 7 },
  'consent.list': { as: guardian, billed: 4, trips: READ },
  'consent.close': { as: guardian, about: STUDENTS.otherChild._id, billed: 10, trips: 11 },
  'staffInvitation.list': { as: studentAffairsOffice, billed: 4, trips: READ, readsPerClass: 1 },
  'staffInvitation.record': { as: studentAffairsOffice, billed: 6, trips: 7, readsPerClass: 1 },
  'staffDoor.byId': { as: stranger, billed: 4, trips: READ },
  'staffDoor.submit': { as: stranger, billed: 11, trips: 11 },
  'staffInvitation.close': {
    as: studentAffairsOffice,
    about: INVITATION_CODE,
    billed: 6,
    trips: 7,
  },
};
