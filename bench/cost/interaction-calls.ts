import { FORM_PRESETS } from '../../domain/interaction-form/presets';
import { CAST, CAST_TODAY, CLASSES, SCHOOL_ID, STUDENTS } from '../../test/school/cast';
import { campaignIdOf, FORM_CODE } from '../../test/school/interaction-forms';
import { writeIdOf } from '../../test/school/random';
import type { CostedCall } from './costed-call';

const { homeroomTeacher, mentor, principal, guardian } = CAST;
const classId = CLASSES.seven3;
const guardiansForm = campaignIdOf(SCHOOL_ID, 'guardians');

const READ = 2;

/** What the procedures of 互动表 may cost; see `calls.ts`. */
export const INTERACTION_CALLS: Record<string, CostedCall> = {
  'interactionForm.list': { as: homeroomTeacher, input: {}, billed: 3, trips: READ },
  'interactionForm.revise': {
    as: principal,
    input: {
      ...{ formId: 'mentorGuardian', rev: 0, writeId: writeIdOf('form') },
      ...FORM_PRESETS.mentorGuardian,
    },
    billed: 5,
    trips: 6,
  },
  'interactionCampaign.list': { as: homeroomTeacher, input: {}, billed: 7, trips: READ },
  'interactionCampaign.list@principal': {
    as: principal,
    input: {},
    billed: 5,
    trips: READ,
    readsPerClass: 1,
  },
  'interactionCampaign.plan': {
    as: homeroomTeacher,
    input: {
      ...{ campaignId: 'sentNow', writeId: writeIdOf('send'), formId: 'briefGuardian' },
      ...{ title: '家长问卷', target: { kind: 'class', classId } },
      ...{ opensOn: CAST_TODAY, closesOn: CAST_TODAY },
    },
    billed: 7,
    trips: 7,
  },
  'interactionCampaign.revise': {
    as: homeroomTeacher,
    input: { campaignId: 'sentNow', rev: 1, writeId: writeIdOf('extend'), closesOn: CAST_TODAY },
    billed: 7,
    trips: 8,
  },
  'interactionCampaign.close': {
    as: homeroomTeacher,
    input: { campaignId: 'sentNow', rev: 2, writeId: writeIdOf('close') },
    billed: 7,
    trips: 8,
  },
  // One counter a class, never the answers.
  'interactionProgress.list': {
    as: principal,
    input: { campaignId: guardiansForm },
    billed: 5,
    trips: READ,
    readsPerClass: 2,
  },
  'interactionRecord.list': {
    as: homeroomTeacher,
    input: { campaignId: guardiansForm, classId },
    billed: 7,
    trips: READ,
  },
  'interactionRecord.list@mentor': {
    as: homeroomTeacher,
    input: { campaignId: guardiansForm },
    billed: 6,
    trips: READ,
  },
  'interactionRecord.byId': {
    as: guardian,
    input: { campaignId: guardiansForm, studentId: STUDENTS.otherChild._id },
    billed: 7,
    trips: READ,
  },
  // Words are checked by the platform before they are stored: one more trip.
  'interactionRecord.submit': {
    as: guardian,
    input: {
      ...{ campaignId: guardiansForm, studentId: STUDENTS.otherChild._id },
      ...{ rev: 0, writeId: writeIdOf('answer') },
      answers: { mood: ['o3'], homework: ['o1'], opinion: ['谢谢老师。'] },
    },
    billed: 11,
    trips: 12,
  },
  'interactionRecord.record': {
    as: mentor,
    input: {
      ...{ campaignId: campaignIdOf(SCHOOL_ID, 'students'), studentId: STUDENTS.menteeIn73._id },
      ...{ rev: 0, writeId: writeIdOf('student answers') },
      answers: { mood: ['o3'], talk: ['o1'] },
    },
    billed: 11,
    trips: 12,
  },
  'interactionCode.record': {
    as: homeroomTeacher,
    input: {
      campaignId: campaignIdOf(SCHOOL_ID, 'students'),
      classId,
      writeId: writeIdOf('slips'),
    },
    billed: 7,
    trips: 7,
  },
  // Whoever comes: here somebody who happens to be a member. The code names the form and the class.
  'interactionSlip.byId': {
    as: guardian,
    input: { code: FORM_CODE, name: STUDENTS.otherChild.name },
    billed: 6,
    trips: 3,
  },
  'interactionSlip.submit': {
    as: guardian,
    input: {
      ...{ code: FORM_CODE, name: STUDENTS.otherChild.name, writeId: writeIdOf('slip') },
      answers: { mood: ['o3'], talk: ['o1'], help: ['想多练习口语。'] },
    },
    billed: 15,
    trips: 12,
  },
  'interactionCode.close': {
    as: homeroomTeacher,
    input: { code: FORM_CODE, writeId: writeIdOf('end of slips') },
    billed: 6,
    trips: 7,
  },
  'interactionRecord.signOff': {
    as: homeroomTeacher,
    input: {
      ...{ campaignId: guardiansForm, studentId: STUDENTS.otherChild._id },
      writeId: writeIdOf('release'),
    },
    billed: 5,
    trips: 5,
  },
  // No photo was sent: nothing is opened, nothing is audited.
  'interactionPhoto.list': {
    as: homeroomTeacher,
    input: { campaignId: guardiansForm, studentId: STUDENTS.otherChild._id },
    billed: 5,
    trips: READ,
  },
  'schoolPart.revise': {
    as: homeroomTeacher,
    input: {
      ...{ campaignId: guardiansForm, studentId: STUDENTS.otherChild._id },
      ...{ rev: 1, writeId: writeIdOf('part') },
      ...{ strengths: '课上爱提问。', progress: '', wish: '' },
    },
    billed: 9,
    trips: 9,
  },
  'interactionTally.byId': {
    as: homeroomTeacher,
    input: { campaignId: guardiansForm, classId },
    billed: 6,
    trips: READ,
  },
  'interactionTally.byId@principal': {
    as: principal,
    input: { campaignId: guardiansForm },
    billed: 5,
    trips: READ,
    readsPerClass: 1,
  },
  'interactionText.list': {
    as: homeroomTeacher,
    input: { campaignId: guardiansForm, classId, questionKey: 'opinion' },
    billed: 5,
    trips: READ,
  },
  'interactionTheme.revise': {
    as: homeroomTeacher,
    input: {
      ...{ campaignId: guardiansForm, classId, questionKey: 'opinion' },
      ...{ rev: 0, writeId: writeIdOf('theme') },
      ...{ themes: [{ key: 'reading', label: '阅读' }], assigned: {} },
    },
    billed: 7,
    trips: 7,
  },
  'interactionDuty.list': { as: homeroomTeacher, input: {}, billed: 6, trips: READ },
  'interactionDuty.list@guardian': { as: guardian, input: {}, billed: 6, trips: READ },
};
