import { LEDGER_FIELD_NAMES } from '../../domain/class-ledger/class-ledger.schema';
import { FORM_PRESETS } from '../../domain/interaction-form/presets';
import { LEDGER_CATEGORY_PRESET } from '../../domain/school/ledger-category.schema';
import { sealedNoteIdOf } from '../../domain/sealed-note/sealed-note.schema';
import {
  CAST,
  CAST_TERM,
  CAST_TODAY,
  type CastMember,
  CLASSES,
  SCHOOL_ID,
  STUDENTS,
  studentIdOf,
} from '../../test/school/cast';
import { campaignIdOf } from '../../test/school/interaction-forms';
import { writeIdOf } from '../../test/school/random';
import { CARE_CALLS } from './care-calls';
import { FAMILY_VOICE_CALLS } from './family-voice-calls';
import { HOME_VISIT_CALLS } from './home-visit-calls';
import { MENTORING_CALLS } from './mentoring-calls';

/** One typical call of a procedure, at its most expensive, with what it may cost. */
export interface CostedCall {
  as: CastMember;
  input: unknown;
  /** Billed calls it may cost: the run of the function and each request that is charged. */
  billed: number;
  /** Requests that wait for one another; those of a transaction count. */
  trips: number;
  /** Set for a list of classes: what it reads grows with them, and stays within this many. */
  readsPerClass?: number;
}

const { homeroomTeacher, subjectTeacher, mentor, principal, guardian } = CAST;
const termId = CAST_TERM;
const classId = CLASSES.seven3;
const studentId = STUDENTS.firstChild._id;
/** A place whose line nobody has written yet. */
const unwritten = studentIdOf(classId, 45);

const guardiansForm = campaignIdOf(SCHOOL_ID, 'guardians');
/** Identity, then everything else at once. */
const READ = 2;

/** By procedure; `procedure@role` is a second reader who sees more or less. */
export const COSTED_CALLS: Record<string, CostedCall> = {
  'me.byId': { as: homeroomTeacher, input: {}, billed: 3, trips: READ },
  'me.byId@guardian': { as: guardian, input: {}, billed: 2, trips: READ },
  'today.list': { as: homeroomTeacher, input: {}, billed: 5, trips: READ },
  'today.list@principal': {
    as: principal,
    input: {},
    billed: 4,
    trips: READ,
    readsPerClass: 2,
  },
  'today.list@guardian': { as: guardian, input: {}, billed: 3, trips: READ },
  'student.list': { as: homeroomTeacher, input: {}, billed: 5, trips: READ },
  'student.list@principal': {
    as: principal,
    input: { classId },
    billed: 4,
    trips: READ,
    readsPerClass: 1,
  },
  'student.byId': { as: homeroomTeacher, input: { studentId }, billed: 3, trips: READ },

  'timeline.list': { as: homeroomTeacher, input: { studentId }, billed: 5, trips: READ },
  'timeline.list@guardian': {
    as: guardian,
    input: { studentId: STUDENTS.otherChild._id },
    billed: 5,
    trips: READ,
  },

  'classLedger.byId': { as: homeroomTeacher, input: { classId }, billed: 6, trips: READ },
  'classLedger.record': {
    as: homeroomTeacher,
    input: { classId, termId, writeId: writeIdOf('record'), copiesLastTerm: true },
    billed: 6,
    trips: 7,
  },
  'classLedger.revise': {
    as: homeroomTeacher,
    input: {
      classId,
      termId,
      rev: 1,
      writeId: writeIdOf('head'),
      analysis: '全班学风踏实。',
      goal: '人人有进步。',
      categories: { talent: [studentId] },
    },
    billed: 8,
    trips: 8,
  },

  'ledgerEntry.byId': { as: homeroomTeacher, input: { studentId }, billed: 4, trips: READ },
  'ledgerEntry.revise': {
    as: homeroomTeacher,
    input: {
      studentId: unwritten,
      termId,
      rev: 0,
      writeId: writeIdOf('line'),
      ...Object.fromEntries(LEDGER_FIELD_NAMES.map((name) => [name, '写下看见的事实。'])),
    },
    billed: 8,
    trips: 9,
  },
  'ledgerContribution.record': {
    as: subjectTeacher,
    input: { studentId, termId, writeId: writeIdOf('contribution'), text: '几何讲得清楚。' },
    billed: 7,
    trips: 8,
  },
  'ledgerRevision.list': {
    as: homeroomTeacher,
    input: { studentId, termId },
    billed: 4,
    trips: READ,
  },

  ...FAMILY_VOICE_CALLS,
  ...HOME_VISIT_CALLS,
  ...CARE_CALLS,
  ...MENTORING_CALLS,

  'ledgerCategory.list': { as: principal, input: undefined, billed: 2, trips: READ },
  'ledgerCategory.revise': {
    as: principal,
    input: { rev: 1, writeId: writeIdOf('categories'), categories: LEDGER_CATEGORY_PRESET },
    billed: 6,
    trips: 7,
  },

  // Opening one writes the audit before anything is shown.
  'sealedNote.byId': {
    as: homeroomTeacher,
    input: {
      noteId: sealedNoteIdOf(`${termId}~${studentId}`, 'family'),
      reason: '填写台账',
    },
    billed: 4,
    trips: 3,
  },
  'sealedNote.reviseFamily': {
    as: homeroomTeacher,
    input: {
      studentId: unwritten,
      termId,
      rev: 0,
      writeId: writeIdOf('family'),
      text: '近期由祖辈照顾。',
    },
    billed: 8,
    trips: 9,
  },
  'sealedNote.reviseCategories': {
    as: homeroomTeacher,
    input: {
      classId,
      termId,
      rev: 1,
      writeId: writeIdOf('rows'),
      rows: { migrantChild: [studentId] },
    },
    billed: 8,
    trips: 8,
  },

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
  'interactionCampaign.list': { as: homeroomTeacher, input: {}, billed: 6, trips: READ },
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
    as: mentor,
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
  'interactionRecord.signOff': {
    as: homeroomTeacher,
    input: {
      ...{ campaignId: guardiansForm, studentId: STUDENTS.otherChild._id },
      writeId: writeIdOf('release'),
    },
    billed: 5,
    trips: 5,
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
  'interactionDuty.list': { as: mentor, input: {}, billed: 6, trips: READ },
  'interactionDuty.list@guardian': { as: guardian, input: {}, billed: 6, trips: READ },
};
