import { appRouter } from '../../../cloudfunctions/api/router';
import type { Action } from '../../../domain/access/permissions';
import { CAST_TERM, CLASSES } from '../../school/cast';
import { CARE_EXAMPLES } from './care-examples';
import { INTERACTION_EXAMPLES } from './interaction-examples';
import { JOINING_EXAMPLES } from './joining-examples';
import { KEEPING_EXAMPLES } from './keeping-examples';
import { LEAVING_EXAMPLES } from './leaving-examples';
import { MEETING_EXAMPLES } from './meeting-examples';
import { PLAN_EXAMPLES } from './plan-examples';
import { REMINDER_EXAMPLES } from './reminder-examples';
import { ROSTER_EXAMPLES } from './roster-examples';
import { STAFF_EXAMPLES } from './staff-examples';
import { SUMMARY_EXAMPLES } from './summary-examples';
import {
  assignment,
  contribution,
  line,
  newWriteId,
  revisedTalk,
  talk,
  visit,
  visitFeedback,
  visitPlan,
} from './writes';

/** What an example is about, so that a test can point it at anybody's class, student or note. */
export type Target =
  | 'caller'
  | 'school'
  | 'class'
  | 'division'
  | 'student'
  | 'sealedNote'
  | 'talk'
  | 'reach'
  | 'homeVisit'
  | 'classWork'
  | 'companion'
  | 'attentionCase'
  | 'growthFile'
  | 'attentionFollowUp'
  | 'peerPairing'
  // A guardian who takes the last consent back is nobody from then on: the own children come last.
  | 'ownChildLast'
  | 'guardianCode'
  | 'guardianRequest'
  | 'staffInvitation'
  | 'heartToHeartCode'
  | 'interactionCode'
  | 'heartToHeartCard'
  | 'correctionRequest'
  | 'campaign'
  | 'consultation'
  | 'invitation'
  | 'dissent'
  | 'resolution'
  | 'resolutionPlace'
  | 'summary'
  | 'rosterImport'
  | 'staffMember'
  | 'erasureRequest'
  // Who has the code of a class, member or not; tried in a story of its own.
  | 'anybody';

export interface Example {
  about: Target;
  /** Valid input about the document with this id; writes begin from revision 0. */
  input(id: string): unknown;
}

const nothing = () => undefined;
const write = () => ({ termId: CAST_TERM, rev: 0, writeId: newWriteId() });

/** One valid input for every procedure. A new procedure is added here. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  'me.byId': { about: 'caller', input: nothing },
  'today.list': { about: 'caller', input: nothing },
  'photoUpload.record': {
    about: 'caller',
    input: () => ({ fileId: `cloud://local.bucket/home-visits/visit1/${newWriteId()}.jpg` }),
  },
  'student.list': { about: 'class', input: (classId) => ({ classId }) },
  'student.byId': { about: 'student', input: (studentId) => ({ studentId }) },
  'timeline.list': { about: 'student', input: (studentId) => ({ studentId }) },
  'classLedger.byId': { about: 'class', input: (classId) => ({ classId }) },
  'classLedger.record': {
    about: 'class',
    input: (classId) => ({
      classId,
      termId: CAST_TERM,
      writeId: newWriteId(),
      copiesLastTerm: false,
    }),
  },
  'classLedger.revise': {
    about: 'class',
    input: (classId) => ({ ...write(), classId, analysis: '', goal: '', categories: {} }),
  },
  'ledgerEntry.byId': { about: 'student', input: (studentId) => ({ studentId }) },
  'ledgerEntry.revise': { about: 'student', input: (studentId) => line(studentId, 0, {}) },
  'ledgerContribution.record': {
    about: 'student',
    input: (studentId) => contribution(studentId, '一句话'),
  },
  'ledgerRevision.list': {
    about: 'student',
    input: (studentId) => ({ studentId, termId: CAST_TERM }),
  },
  'ledgerCategory.list': { about: 'school', input: nothing },
  'ledgerCategory.revise': {
    about: 'school',
    input: () => ({ rev: 0, writeId: newWriteId(), categories: [] }),
  },
  'homeVisit.list': { about: 'class', input: (classId) => ({ classId }) },
  'homeVisit.byId': { about: 'homeVisit', input: (visitId) => ({ visitId }) },
  'homeVisit.plan': { about: 'student', input: (studentId) => visitPlan(studentId) },
  'homeVisit.record': { about: 'student', input: (studentId) => visit(studentId) },
  'homeVisit.close': { about: 'homeVisit', input: (visitId) => visitFeedback(visitId, 0) },
  'homeVisit.void': {
    about: 'homeVisit',
    input: (visitId) => ({ visitId, rev: 0, writeId: newWriteId(), reason: '记错了学生' }),
  },
  'homeVisit.signOff': {
    about: 'companion',
    input: (visitId) => ({ visitId, writeId: newWriteId(), isConfirmed: true }),
  },
  'sealedNote.reviseTalk': {
    about: 'talk',
    input: (talkId) => ({ talkId, rev: 0, writeId: newWriteId(), text: '家里的变化' }),
  },
  'sealedNote.reviseHomeVisit': {
    about: 'homeVisit',
    input: (visitId) => ({ visitId, rev: 0, writeId: newWriteId(), text: '' }),
  },
  'homeVisitForm.byId': {
    about: 'student',
    input: (studentId) => ({ studentId, classId: CLASSES.seven3 }),
  },
  'homeVisitDuty.list': { about: 'caller', input: nothing },
  'homeVisitPhoto.list': { about: 'homeVisit', input: (visitId) => ({ visitId }) },
  'heartToHeartCode.list': { about: 'class', input: (classId) => ({ classId }) },
  'heartToHeartCode.record': {
    about: 'class',
    input: (classId) => ({ classId, writeId: newWriteId(), days: 7 }),
  },
  'heartToHeartCode.close': {
    about: 'heartToHeartCode',
    input: (code) => ({ code, writeId: newWriteId() }),
  },
  'heartToHeartCard.submit': { about: 'anybody', input: nothing },
  'heartToHeartCard.list': { about: 'caller', input: () => ({}) },
  'heartToHeartCard.byId': {
    about: 'heartToHeartCard',
    input: (cardId) => ({ cardId, writeId: newWriteId() }),
  },
  'heartToHeartCard.close': {
    about: 'heartToHeartCard',
    input: (cardId) => ({ cardId, writeId: newWriteId(), rev: 0, answer: '明天聊聊' }),
  },
  'heartToHeartReceipt.byId': { about: 'anybody', input: nothing },
  'familyVoiceDuty.list': { about: 'caller', input: nothing },
  ...STAFF_EXAMPLES,
  'correctionRequest.list': { about: 'student', input: (studentId) => ({ studentId }) },
  'correctionRequest.record': {
    about: 'student',
    input: (studentId) => ({ studentId, writeId: newWriteId(), what: '日期', why: '' }),
  },
  'correctionRequest.close': {
    about: 'correctionRequest',
    input: (requestId) => ({
      ...{ requestId, rev: 0, writeId: newWriteId() },
      ...{ isAccepted: true, answer: '已改' },
    }),
  },
  ...CARE_EXAMPLES,
  'sealedNote.byId': {
    about: 'sealedNote',
    input: (noteId) => ({ noteId, reason: '准备家访' }),
  },
  'sealedNote.reviseFamily': {
    about: 'student',
    input: (studentId) => ({ ...write(), studentId, text: '' }),
  },
  'sealedNote.reviseCategories': {
    about: 'class',
    input: (classId) => ({ ...write(), classId, rows: {} }),
  },
  ...INTERACTION_EXAMPLES,
  'mentoringSetting.list': { about: 'school', input: nothing },
  'mentoringSetting.revise': {
    about: 'school',
    input: () => ({
      rev: 0,
      writeId: newWriteId(),
      capacity: 15,
      talkEveryDays: 14,
      visitFeedbackDays: 7,
    }),
  },
  'mentee.list': { about: 'reach', input: nothing },
  'mentorship.plan': { about: 'class', input: (classId) => ({ classId }) },
  'mentorship.byId': { about: 'student', input: (studentId) => ({ studentId }) },
  'mentorship.assign': {
    about: 'student',
    input: (studentId) => assignment([{ studentId, mentorshipId: null }]),
  },
  'talk.list': { about: 'student', input: (studentId) => ({ studentId }) },
  'talk.record': { about: 'student', input: (studentId) => talk([studentId]) },
  'talk.revise': { about: 'talk', input: (talkId) => revisedTalk(talkId, 0) },
  'talk.void': {
    about: 'talk',
    input: (talkId) => ({ talkId, writeId: newWriteId(), reason: '点错了' }),
  },
  'unseen.list': { about: 'reach', input: () => ({}) },
  ...MEETING_EXAMPLES,
  ...JOINING_EXAMPLES,
  ...LEAVING_EXAMPLES,
  ...KEEPING_EXAMPLES,
  ...PLAN_EXAMPLES,
  ...SUMMARY_EXAMPLES,
  ...ROSTER_EXAMPLES,
  ...REMINDER_EXAMPLES,
};

interface Procedure {
  path: string;
  action: Action;
  isPublic: boolean;
}

interface Described {
  _def: { meta: { action: Action; isPublic?: true } };
}

/** Every procedure of the router, with the row of the permission table that it names. */
export const PROCEDURES: Procedure[] = Object.entries(
  appRouter._def.procedures as unknown as Record<string, Described>,
).map(([path, { _def }]) => ({ path, isPublic: false, ..._def.meta }));
