import { CAST, CLASSES, STUDENTS } from '../../test/school/cast';
import { CARD_CODE, CARD_IDS, RECEIPTS, REQUEST_ID } from '../../test/school/family-voice';
import { writeIdOf } from '../../test/school/random';
import type { CostedCall } from './costed-call';

const { homeroomTeacher, counsellor, guardian, guardianOfTwo } = CAST;
const classId = CLASSES.seven3;
const studentId = STUDENTS.firstChild._id;
const READ = 2;

/** What cards and requests for correction may cost; see `calls.ts`. */
export const FAMILY_VOICE_CALLS: Record<string, CostedCall> = {
  'heartToHeartCode.list': { as: homeroomTeacher, about: classId, billed: 4, trips: READ },
  'heartToHeartCode.record': {
    as: homeroomTeacher,
    about: classId,
    billed: 6,
    trips: 7,
  },
  // Whoever comes: here somebody who happens to be a member.
  'heartToHeartCard.submit': {
    as: guardian,
    input: {
      code: CARD_CODE,
      writeId: writeIdOf('card'),
      hard: '上课听不太清。',
      help: '想换个座位。',
      name: STUDENTS.firstChild.name,
    },
    billed: 15,
    trips: 12,
  },
  'heartToHeartCode.close': {
    as: homeroomTeacher,
    about: CARD_CODE,
    billed: 6,
    trips: 7,
  },
  'heartToHeartCard.list': { as: homeroomTeacher, billed: 3, trips: READ },
  'heartToHeartCard.list@counsellor': { as: counsellor, billed: 4, trips: READ },
  'heartToHeartCard.byId': {
    as: homeroomTeacher,
    about: CARD_IDS.signed,
    billed: 8,
    trips: 7,
  },
  'heartToHeartCard.close': {
    as: homeroomTeacher,
    about: CARD_IDS.signed,
    billed: 8,
    trips: 9,
  },
  'heartToHeartReceipt.byId': {
    as: guardian,
    input: { receipt: RECEIPTS.answered },
    billed: 5,
    trips: READ,
  },
  'familyVoiceDuty.list': { as: homeroomTeacher, billed: 5, trips: READ },
  'familyVoiceDuty.list@counsellor': { as: counsellor, billed: 4, trips: READ },
  'correctionRequest.list': { as: homeroomTeacher, about: studentId, billed: 4, trips: READ },
  'correctionRequest.record': {
    as: guardianOfTwo,
    about: studentId,
    billed: 7,
    trips: 7,
  },
  'correctionRequest.close': {
    as: homeroomTeacher,
    about: REQUEST_ID,
    input: { rev: 1 },
    billed: 8,
    trips: 9,
  },
};
