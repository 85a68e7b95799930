import { CAST, CAST_TODAY, CLASSES, studentIdOf } from '../../test/school/cast';
import { writeIdOf } from '../../test/school/random';
import type { CostedCall } from './costed-call';

const { divisionHead, homeroomTeacher, subjectTeacher, leader, principal, guardian } = CAST;
const classId = CLASSES.seven3;
/** In the school that is made, place 4 has a file, place 5 stands in the safety register. */
const cared = studentIdOf(classId, 4);
const inRegister = studentIdOf(classId, 5);
const newcomer = studentIdOf(classId, 9);
const caseId = `case-${cared}-care`;
const opened = 'case0of0the0costs000';
const followed = writeIdOf('follow up');
const pairingId = 'pair0of0the0costs000';

const READ = 2;

/** What 特别关注 and 特异体质 may cost; see `calls.ts`. */
export const CARE_CALLS: Record<string, CostedCall> = {
  'attentionCase.list': { as: homeroomTeacher, billed: 3, trips: READ },
  'attentionCase.list@principal': {
    as: principal,
    billed: 3,
    trips: READ,
    readsPerClass: 3,
  },
  'attentionCase.byId': { as: homeroomTeacher, about: caseId, billed: 5, trips: READ },
  'attentionForm.byId': {
    as: homeroomTeacher,
    about: newcomer,
    billed: 5,
    trips: READ,
  },
  'attentionSponsor.list': {
    as: principal,
    billed: 4,
    trips: READ,
    readsPerClass: 4,
  },
  'attentionCategory.list': { as: principal, input: {}, billed: 4, trips: READ },
  'careDuty.list': { as: homeroomTeacher, input: {}, billed: 6, trips: READ, readsPerClass: 1 },
  'careDuty.list@divisionHead': {
    as: divisionHead,
    input: {},
    billed: 6,
    trips: READ,
    readsPerClass: 1,
  },
  'careDuty.list@guardian': { as: guardian, input: {}, billed: 2, trips: 1 },
  'attentionCase.record': {
    as: homeroomTeacher,
    about: newcomer,
    input: {
      caseId: opened,
      kind: 'care',
      fields: { strengths: '画画细致。' },
      measures: [
        { id: 'm1', text: '一起整理图书角', owner: '班主任', until: CAST_TODAY, isDone: false },
      ],
      reviewOn: CAST_TODAY,
    },
    billed: 9,
    trips: 8,
  },
  'attentionCase.reviseSealed': {
    as: homeroomTeacher,
    about: opened,
    billed: 14,
    trips: 14,
  },
  'attentionFollowUp.record': {
    as: homeroomTeacher,
    about: opened,
    input: { writeId: followed },
    billed: 11,
    trips: 11,
  },
  'attentionFollowUp.void': {
    as: homeroomTeacher,
    about: `${opened}~${followed}`,
    billed: 10,
    trips: 11,
  },
  'attentionCase.assign': {
    as: principal,
    about: opened,
    // A follow-up and its taking back are revisions of the case too.
    input: { rev: 3, sponsorId: leader.openid },
    billed: 12,
    trips: 12,
  },
  'attentionCase.close': {
    as: homeroomTeacher,
    about: opened,
    input: { rev: 4 },
    billed: 14,
    trips: 15,
  },
  'attentionCase.void': {
    as: homeroomTeacher,
    about: caseId,
    input: { rev: 1 },
    billed: 15,
    trips: 16,
  },
  'attentionCategory.revise': {
    as: principal,
    billed: 5,
    trips: 6,
  },
  'peerPairing.list': { as: homeroomTeacher, about: classId, billed: 4, trips: READ },
  'peerPairing.record': {
    as: homeroomTeacher,
    about: classId,
    input: { pairingId, studentIds: [cared, newcomer], until: CAST_TODAY },
    billed: 9,
    trips: 9,
  },
  'peerPairing.close': {
    as: homeroomTeacher,
    about: pairingId,
    billed: 8,
    trips: 9,
  },

  'healthCondition.list': {
    as: subjectTeacher,
    billed: 3,
    trips: READ,
    readsPerClass: 1,
  },
  'healthCondition.list@principal': {
    as: principal,
    billed: 3,
    trips: READ,
    readsPerClass: 1,
  },
  'healthCondition.byId': {
    as: subjectTeacher,
    about: inRegister,
    billed: 7,
    trips: 3,
  },
  'healthCondition.signOff': {
    as: subjectTeacher,
    about: inRegister,
    input: { wordsRev: 1 },
    billed: 6,
    trips: 7,
  },
  'healthCondition.revise': {
    as: homeroomTeacher,
    about: inRegister,
    input: { rev: 1 },
    billed: 11,
    trips: 12,
  },
  'healthCondition.close': {
    as: homeroomTeacher,
    about: inRegister,
    billed: 7,
    trips: 8,
  },
  'healthAcknowledgement.list': {
    as: homeroomTeacher,
    about: classId,
    billed: 6,
    trips: READ,
  },
};
