import { ATTENTION_CATEGORY_PRESET } from '../../../domain/attention/attention-category.schema';
import { roundIdOf } from '../../../domain/screening/screening.schema';
import { CAST_TODAY } from '../../school/cast';
import type { Example } from './examples';
import { newWriteId } from './writes';

const write = () => ({ rev: 0, writeId: newWriteId() });
const nothing = () => undefined;

/** What the phone sends to open a file of a student. */
export const caseOf = (studentId: string, more: object = {}) => ({
  caseId: `case-of-${studentId}`,
  studentId,
  kind: 'care',
  level: 2,
  fields: { strengths: '画画细致，愿意帮人。' },
  goal: '每天主动和同桌说一件事。',
  measures: [
    { id: 'm1', text: '课间一起整理图书角', owner: '班主任', until: CAST_TODAY, isDone: false },
  ],
  reviewOn: '2026-11-05',
  ...write(),
  ...more,
});

const schoolOf = (classId: string): string => classId.split('-')[0] ?? '';
/** The round of this month, in the school of a class. */
export const monthlyRoundOf = (classId: string): string =>
  roundIdOf(schoolOf(classId), 'monthly', CAST_TODAY.slice(0, 7));
const sheetOf = (classId: string) => ({ roundId: monthlyRoundOf(classId), classId });

/** One valid input for every procedure of 特别关注, 特异体质 and 排查. */
export const CARE_EXAMPLES: Readonly<Record<string, Example>> = {
  'attentionCase.list': { about: 'reach', input: () => ({}) },
  'attentionCase.byId': { about: 'attentionCase', input: (caseId) => ({ caseId }) },
  'attentionCase.record': {
    about: 'student',
    input: (studentId) => caseOf(studentId, { kind: 'potential' }),
  },
  'attentionCase.reviseSealed': {
    about: 'attentionCase',
    input: (caseId) => ({ caseId, ...write(), text: '家里的情况', categories: ['leftBehind'] }),
  },
  'attentionCase.assign': {
    about: 'attentionCase',
    input: (caseId) => ({ caseId, ...write(), sponsorId: null }),
  },
  'attentionCase.close': {
    about: 'growthFile',
    input: (caseId) => ({ caseId, ...write(), outcome: 'reached', outcomeText: '目标达成' }),
  },
  'attentionCase.void': {
    about: 'growthFile',
    input: (caseId) => ({ caseId, ...write(), reason: '点错了' }),
  },
  'attentionForm.byId': { about: 'student', input: (studentId) => ({ studentId }) },
  'attentionFollowUp.record': {
    about: 'attentionCase',
    input: (caseId) => ({ caseId, writeId: newWriteId(), change: 'same', text: '' }),
  },
  'attentionFollowUp.void': {
    about: 'attentionFollowUp',
    input: (followUpId) => ({
      followUpId,
      caseId: followUpId.slice(0, followUpId.lastIndexOf('~')),
      writeId: newWriteId(),
    }),
  },
  'attentionSponsor.list': { about: 'school', input: nothing },
  'attentionCategory.list': { about: 'school', input: nothing },
  'attentionCategory.revise': {
    about: 'school',
    input: () => ({
      ...write(),
      effectiveOn: CAST_TODAY,
      categories: ATTENTION_CATEGORY_PRESET,
      reviewDays: { 1: 7, 2: 14, 3: 30 },
    }),
  },
  'careDuty.list': { about: 'caller', input: nothing },
  'peerPairing.list': { about: 'class', input: (classId) => ({ classId }) },
  'peerPairing.record': {
    about: 'class',
    input: (classId) => ({
      classId,
      pairingId: newWriteId(),
      writeId: newWriteId(),
      studentIds: [`${classId}-s01`, `${classId}-s02`],
      aim: '一起背单词',
      until: '2026-12-31',
    }),
  },
  'peerPairing.close': {
    about: 'peerPairing',
    input: (pairingId) => ({ pairingId, writeId: newWriteId(), reason: '换座位了' }),
  },

  'healthCondition.list': { about: 'reach', input: () => ({}) },
  'healthCondition.byId': { about: 'student', input: (studentId) => ({ studentId }) },
  'healthCondition.revise': {
    about: 'student',
    input: (studentId) => ({
      ...write(),
      studentId,
      what: '对花生过敏',
      act: '立即联系校医和家长',
      avoid: '不吃含花生的食物',
    }),
  },
  'healthCondition.signOff': {
    about: 'student',
    input: (studentId) => ({ studentId, wordsRev: 0, writeId: newWriteId() }),
  },
  'healthCondition.close': {
    about: 'student',
    input: (studentId) => ({ studentId, writeId: newWriteId(), reason: '已痊愈' }),
  },
  'healthAcknowledgement.list': { about: 'class', input: (classId) => ({ classId }) },

  'screeningRound.list': { about: 'reach', input: nothing },
  'screeningRound.byId': {
    about: 'reach',
    input: (schoolId) => ({ roundId: monthlyRoundOf(schoolId) }),
  },
  'screeningRound.plan': {
    about: 'school',
    input: () => ({ kind: 'monthly', dueOn: '2026-10-31', writeId: newWriteId() }),
  },
  'screeningRound.signOff': {
    about: 'class',
    input: (classId) => ({
      roundId: monthlyRoundOf(classId),
      classIds: [classId],
      writeId: newWriteId(),
    }),
  },
  'screeningRound.close': {
    about: 'school',
    input: (schoolId) => ({
      roundId: monthlyRoundOf(schoolId),
      writeId: newWriteId(),
      note: '',
    }),
  },
  'screeningSheet.byId': { about: 'class', input: sheetOf },
  'screeningSheet.record': {
    about: 'class',
    input: (classId) => ({
      ...sheetOf(classId),
      writeId: newWriteId(),
      students: 'rest',
      state: 'same',
    }),
  },
  'screeningSheet.submit': {
    about: 'class',
    input: (classId) => ({ ...sheetOf(classId), writeId: newWriteId(), isSubmitted: true }),
  },
  'screeningFinding.record': {
    about: 'class',
    input: (classId) => ({
      ...sheetOf(classId),
      ...write(),
      studentId: `${classId}-s01`,
      concern: 'mood',
      text: '这周常常发呆',
    }),
  },
};
