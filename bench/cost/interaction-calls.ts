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
  'interactionForm.list': { as: homeroomTeacher, billed: 3, trips: READ },
  'interactionForm.revise': {
    as: principal,
    input: { formId: 'mentorGuardian' },
    billed: 5,
    trips: 6,
  },
  'interactionCampaign.list': { as: homeroomTeacher, billed: 7, trips: READ },
  'interactionCampaign.list@principal': {
    as: principal,
    billed: 5,
    trips: READ,
    readsPerClass: 1,
  },
  'interactionCampaign.plan': {
    as: homeroomTeacher,
    about: classId,
    input: { campaignId: 'sentNow', formId: 'briefGuardian' },
    billed: 7,
    trips: 7,
  },
  'interactionCampaign.revise': {
    as: homeroomTeacher,
    about: 'sentNow',
    input: { rev: 1, closesOn: CAST_TODAY },
    billed: 7,
    trips: 8,
  },
  'interactionCampaign.close': {
    as: homeroomTeacher,
    about: 'sentNow',
    input: { rev: 2 },
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
    about: classId,
    billed: 8,
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
    about: STUDENTS.otherChild._id,
    billed: 7,
    trips: READ,
  },
  // Words are checked by the platform before they are stored: one more trip.
  'interactionRecord.submit': {
    as: guardian,
    about: STUDENTS.otherChild._id,
    input: { answers: { mood: ['o3'], homework: ['o1'], opinion: ['谢谢老师。'] } },
    billed: 11,
    trips: 12,
  },
  'interactionRecord.record': {
    as: mentor,
    about: STUDENTS.menteeIn73._id,
    input: { answers: { mood: ['o3'], talk: ['o1'] } },
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
    billed: 14,
    trips: 13,
  },
  'interactionCode.close': {
    as: homeroomTeacher,
    input: { code: FORM_CODE, writeId: writeIdOf('end of slips') },
    billed: 6,
    trips: 7,
  },
  'interactionRecord.signOff': {
    as: homeroomTeacher,
    about: STUDENTS.otherChild._id,
    billed: 5,
    trips: 5,
  },
  // No photo was sent: nothing is opened, nothing is audited.
  'interactionPhoto.list': {
    as: homeroomTeacher,
    about: STUDENTS.otherChild._id,
    billed: 5,
    trips: READ,
  },
  'schoolPart.revise': {
    as: homeroomTeacher,
    about: STUDENTS.otherChild._id,
    input: { rev: 1 },
    billed: 9,
    trips: 9,
  },
  'interactionTally.byId': {
    as: homeroomTeacher,
    about: classId,
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
    about: classId,
    billed: 5,
    trips: READ,
  },
  'interactionTheme.revise': {
    as: homeroomTeacher,
    about: classId,
    input: { themes: [{ key: 'reading', label: '阅读' }] },
    billed: 7,
    trips: 7,
  },
  'interactionDuty.list': { as: homeroomTeacher, billed: 6, trips: READ },
  'interactionDuty.list@guardian': { as: guardian, billed: 6, trips: READ },
};
