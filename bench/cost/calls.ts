import { LEDGER_FIELD_NAMES } from '../../domain/class-ledger/class-ledger.schema';
import { LEDGER_CATEGORY_PRESET } from '../../domain/school/ledger-category.schema';
import { sealedNoteIdOf } from '../../domain/sealed-note/sealed-note.schema';
import { CAST, CAST_TERM, CLASSES, STUDENTS, studentIdOf } from '../../test/school/cast';
import { AFTER_MEETING_CALLS } from './after-meeting-calls';
import { CARE_CALLS } from './care-calls';
import type { CostedCall } from './costed-call';
import { FAMILY_VOICE_CALLS } from './family-voice-calls';
import { HOME_VISIT_CALLS } from './home-visit-calls';
import { INTERACTION_CALLS } from './interaction-calls';
import { JOINING_CALLS } from './joining-calls';
import { KEEPING_CALLS } from './keeping-calls';
import { LEAVING_CALLS } from './leaving-calls';
import { MEETING_CALLS } from './meeting-calls';
import { MENTORING_CALLS } from './mentoring-calls';
import { PLAN_CALLS } from './plan-calls';
import { REMINDER_CALLS } from './reminder-calls';
import { ROSTER_CALLS } from './roster-calls';
import { SCREENING_CALLS } from './screening-calls';
import { STAFF_CALLS } from './staff-calls';
import { SUMMARY_CALLS } from './summary-calls';

const { homeroomTeacher, subjectTeacher, principal, guardian } = CAST;
const termId = CAST_TERM;
const classId = CLASSES.seven3;
const studentId = STUDENTS.firstChild._id;
/** A place whose line nobody has written yet. */
const unwritten = studentIdOf(classId, 45);

/** Identity, then everything else at once. */
const READ = 2;

/** By procedure; `procedure@role` is a second reader who sees more or less. */
export const COSTED_CALLS: Record<string, CostedCall> = {
  'me.byId': { as: homeroomTeacher, billed: 3, trips: READ },
  'me.byId@guardian': { as: guardian, billed: 2, trips: READ },
  'today.list': { as: homeroomTeacher, billed: 5, trips: READ },
  'today.list@principal': {
    as: principal,
    billed: 4,
    trips: READ,
    readsPerClass: 2,
  },
  'today.list@guardian': { as: guardian, billed: 3, trips: READ },
  'student.list': { as: homeroomTeacher, billed: 5, trips: READ },
  'student.list@principal': {
    as: principal,
    about: classId,
    billed: 4,
    trips: READ,
    readsPerClass: 1,
  },
  'student.byId': { as: homeroomTeacher, about: studentId, billed: 3, trips: READ },

  'timeline.list': { as: homeroomTeacher, about: studentId, billed: 5, trips: READ },
  'timeline.list@guardian': {
    as: guardian,
    about: STUDENTS.otherChild._id,
    billed: 5,
    trips: READ,
  },

  'classLedger.byId': { as: homeroomTeacher, about: classId, billed: 6, trips: READ },
  'classLedger.record': {
    as: homeroomTeacher,
    about: classId,
    input: { copiesLastTerm: true },
    billed: 6,
    trips: 7,
  },
  'classLedger.revise': {
    as: homeroomTeacher,
    about: classId,
    input: {
      rev: 1,
      analysis: '全班学风踏实。',
      goal: '人人有进步。',
      categories: { talent: [studentId] },
    },
    billed: 8,
    trips: 8,
  },

  'ledgerEntry.byId': { as: homeroomTeacher, about: studentId, billed: 4, trips: READ },
  'ledgerEntry.revise': {
    as: homeroomTeacher,
    about: unwritten,
    input: Object.fromEntries(LEDGER_FIELD_NAMES.map((name) => [name, '写下看见的事实。'])),
    billed: 9,
    trips: 10,
  },
  'ledgerContribution.record': {
    as: subjectTeacher,
    about: studentId,
    billed: 7,
    trips: 8,
  },
  'ledgerRevision.list': {
    as: homeroomTeacher,
    about: studentId,
    billed: 4,
    trips: READ,
  },

  ...FAMILY_VOICE_CALLS,
  ...HOME_VISIT_CALLS,
  ...CARE_CALLS,
  ...SCREENING_CALLS,
  ...MENTORING_CALLS,

  'ledgerCategory.list': { as: principal, billed: 2, trips: READ },
  'ledgerCategory.revise': {
    as: principal,
    // The school's settings share a revision: `mentoringSetting.revise` is measured before.
    input: { rev: 2, categories: LEDGER_CATEGORY_PRESET },
    billed: 6,
    trips: 7,
  },

  // Opening one writes the audit before anything is shown.
  'sealedNote.byId': {
    as: homeroomTeacher,
    about: sealedNoteIdOf(`${termId}~${studentId}`, 'family'),
    billed: 4,
    trips: 3,
  },
  'sealedNote.reviseFamily': {
    as: homeroomTeacher,
    about: unwritten,
    input: { text: '近期由祖辈照顾。' },
    billed: 8,
    trips: 9,
  },
  'sealedNote.reviseCategories': {
    as: homeroomTeacher,
    about: classId,
    input: { rev: 1, rows: { migrantChild: [studentId] } },
    billed: 8,
    trips: 8,
  },
  ...INTERACTION_CALLS,
  ...SUMMARY_CALLS,
  ...ROSTER_CALLS,
  ...MEETING_CALLS,
  ...AFTER_MEETING_CALLS,
  ...KEEPING_CALLS,
  ...PLAN_CALLS,
  ...REMINDER_CALLS,
  // Who is let out, or leaves, calls no more.
  ...JOINING_CALLS,
  ...LEAVING_CALLS,
  // Last: whoever opens a school acts in that one from then on.
  ...STAFF_CALLS,
};
