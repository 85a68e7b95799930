import { ATTENTION_CATEGORY_PRESET } from '../../domain/attention/attention-category.schema';
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
  'attentionCase.list': { as: homeroomTeacher, input: {}, billed: 3, trips: READ },
  'attentionCase.list@principal': {
    as: principal,
    input: {},
    billed: 3,
    trips: READ,
    readsPerClass: 3,
  },
  'attentionCase.byId': { as: homeroomTeacher, input: { caseId }, billed: 5, trips: READ },
  'attentionForm.byId': {
    as: homeroomTeacher,
    input: { studentId: newcomer },
    billed: 5,
    trips: READ,
  },
  'attentionSponsor.list': {
    as: principal,
    input: {},
    billed: 4,
    trips: READ,
    readsPerClass: 4,
  },
  'attentionCategory.list': { as: principal, input: {}, billed: 3, trips: READ },
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
    input: {
      caseId: opened,
      studentId: newcomer,
      kind: 'care',
      level: 2,
      fields: { strengths: '画画细致。' },
      goal: '每天主动和同桌说一件事。',
      measures: [
        { id: 'm1', text: '一起整理图书角', owner: '班主任', until: CAST_TODAY, isDone: false },
      ],
      reviewOn: CAST_TODAY,
      rev: 0,
      writeId: writeIdOf('case'),
    },
    billed: 9,
    trips: 8,
  },
  'attentionCase.reviseSealed': {
    as: homeroomTeacher,
    input: {
      caseId: opened,
      rev: 0,
      writeId: writeIdOf('sealed case'),
      text: '家里的情况。',
      categories: ['leftBehind'],
    },
    billed: 10,
    trips: 10,
  },
  'attentionFollowUp.record': {
    as: homeroomTeacher,
    input: { caseId: opened, writeId: followed, change: 'same', text: '' },
    billed: 10,
    trips: 10,
  },
  'attentionFollowUp.void': {
    as: homeroomTeacher,
    input: {
      caseId: opened,
      followUpId: `${opened}~${followed}`,
      writeId: writeIdOf('take back'),
    },
    billed: 9,
    trips: 10,
  },
  'attentionCase.assign': {
    as: principal,
    input: { caseId: opened, rev: 1, writeId: writeIdOf('assign'), sponsorId: leader.openid },
    billed: 12,
    trips: 12,
  },
  'attentionCase.close': {
    as: homeroomTeacher,
    input: {
      caseId: opened,
      rev: 2,
      writeId: writeIdOf('close'),
      outcome: 'reached',
      outcomeText: '目标达成。',
    },
    billed: 11,
    trips: 12,
  },
  'attentionCase.void': {
    as: homeroomTeacher,
    input: { caseId, rev: 1, writeId: writeIdOf('void case'), reason: '点错了' },
    billed: 12,
    trips: 13,
  },
  'attentionCategory.revise': {
    as: principal,
    input: {
      rev: 0,
      writeId: writeIdOf('groups'),
      effectiveOn: CAST_TODAY,
      categories: ATTENTION_CATEGORY_PRESET,
      reviewDays: { 1: 7, 2: 14, 3: 30 },
    },
    billed: 5,
    trips: 6,
  },
  'peerPairing.list': { as: homeroomTeacher, input: { classId }, billed: 4, trips: READ },
  'peerPairing.record': {
    as: homeroomTeacher,
    input: {
      pairingId,
      writeId: writeIdOf('pair'),
      classId,
      studentIds: [cared, newcomer],
      aim: '一起背单词',
      until: CAST_TODAY,
    },
    billed: 9,
    trips: 9,
  },
  'peerPairing.close': {
    as: homeroomTeacher,
    input: { pairingId, writeId: writeIdOf('part'), reason: '换座位了' },
    billed: 8,
    trips: 9,
  },

  'healthCondition.list': {
    as: subjectTeacher,
    input: {},
    billed: 3,
    trips: READ,
    readsPerClass: 1,
  },
  'healthCondition.list@principal': {
    as: principal,
    input: {},
    billed: 3,
    trips: READ,
    readsPerClass: 1,
  },
  'healthCondition.byId': {
    as: subjectTeacher,
    input: { studentId: inRegister },
    billed: 7,
    trips: 3,
  },
  'healthCondition.signOff': {
    as: subjectTeacher,
    input: { studentId: inRegister, wordsRev: 1, writeId: writeIdOf('read') },
    billed: 6,
    trips: 7,
  },
  'healthCondition.revise': {
    as: homeroomTeacher,
    input: {
      studentId: inRegister,
      rev: 1,
      writeId: writeIdOf('health'),
      what: '哮喘。',
      act: '坐下休息，联系校医。',
      avoid: '冷天长跑。',
    },
    billed: 11,
    trips: 12,
  },
  'healthCondition.close': {
    as: homeroomTeacher,
    input: { studentId: inRegister, writeId: writeIdOf('well'), reason: '已痊愈' },
    billed: 7,
    trips: 8,
  },
  'healthAcknowledgement.list': {
    as: homeroomTeacher,
    input: { classId },
    billed: 6,
    trips: READ,
  },
};
