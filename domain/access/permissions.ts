import { BOOK_ROWS } from './book-rows';
import { CARE_ROWS } from './care-rows';
import { CLASS_WORK_ROWS } from './class-work-rows';
import { FORM_ROWS } from './form-rows';
import { JOINING_ROWS } from './joining-rows';
import { KEEPING_ROWS } from './keeping-rows';
import { LEAVING_ROWS } from './leaving-rows';
import { MEETING_ROWS } from './meeting-rows';
import { MENTORING_ROWS } from './mentoring-rows';
import { PHOTO_ROWS } from './photo-rows';
import { PLAN_ROWS } from './plan-rows';
import { REMINDER_ROWS } from './reminder-rows';
import { ALL_STAFF, CONVENERS, OFFICE, STAFF_SELF } from './role-sets';
import type { Role } from './roles';
import { ROSTER_ROWS } from './roster-rows';
import type { Scope } from './scopes';
import { STAFF_ROWS } from './staff-rows';
import { SUMMARY_ROWS } from './summary-rows';
import { VOICE_ROWS } from './voice-rows';

type Row = {
  label: string;
  allow: Partial<Record<Role, Scope>>;
  /** What lets in whoever comes, member or not: said in the generated page. */
  anybody?: string;
};

const EVERYONE_SELF = { ...STAFF_SELF, guardian: 'self' } as const satisfies Record<Role, Scope>;

/**
 * THE table: who may do what, how far. Rows are actions, columns are roles, cells are scopes.
 * `docs/permissions.md` is generated from it; nothing else in the product grants anything.
 */
export const PERMISSIONS = {
  'me.read': { label: '查看自己的身份', allow: EVERYONE_SELF },
  'today.read': { label: '查看自己的今天', allow: EVERYONE_SELF },

  'student.read': {
    label: '查看学生的基本情况',
    allow: { ...ALL_STAFF, mentor: 'mentees', counsellor: 'school', guardian: 'ownChild' },
  },

  // The file: what is marked for the family, and what teachers note for one another.
  'timeline.read': {
    label: '查看学生的成长记录',
    allow: { ...ALL_STAFF, mentor: 'mentees', counsellor: 'school', guardian: 'ownChild' },
  },
  'timeline.readStaff': {
    label: '查看成长记录中教师之间的内容',
    allow: { ...ALL_STAFF, mentor: 'mentees', counsellor: 'school' },
  },

  // The ledger is the teachers' working paper: guardians never read it (S4-194).
  'classLedger.read': { label: '查看班级学情台账', allow: ALL_STAFF },
  'classLedger.revise': { label: '填写班级学情台账', allow: { homeroomTeacher: 'class' } },
  'classLedger.export': {
    label: '导出班级学情台账',
    allow: CONVENERS,
  },
  'ledgerEntry.read': {
    label: '查看学生的台账',
    allow: { ...ALL_STAFF, mentor: 'mentees', counsellor: 'school' },
  },
  'ledgerEntry.revise': { label: '填写学生的台账', allow: { homeroomTeacher: 'class' } },
  // Many writers (S4-295): each adds the line they know, the homeroom teacher keeps the ledger.
  'ledgerContribution.record': {
    label: '补充学生的台账',
    allow: { subjectTeacher: 'class', mentor: 'mentees' },
  },
  'ledgerCategory.revise': {
    label: '设定台账的类别',
    allow: OFFICE,
  },

  ...MENTORING_ROWS,

  'sealedNote.read': {
    label: '打开保密记录',
    allow: {
      principal: 'school',
      leader: 'sponsored',
      homeroomTeacher: 'class',
      mentor: 'mentees',
      counsellor: 'school',
    },
  },
  'sealedNote.revise': { label: '填写保密记录', allow: { homeroomTeacher: 'class' } },

  // 特别关注, 特异体质, 排查.
  ...CARE_ROWS,

  ...FORM_ROWS,

  ...VOICE_ROWS,

  ...PHOTO_ROWS,

  ...MEETING_ROWS,

  ...JOINING_ROWS,
  ...LEAVING_ROWS,
  ...KEEPING_ROWS,

  ...PLAN_ROWS,
  ...CLASS_WORK_ROWS,

  ...BOOK_ROWS,
  ...SUMMARY_ROWS,
  ...REMINDER_ROWS,
  ...STAFF_ROWS,
  ...ROSTER_ROWS,
} as const satisfies Record<string, Row>;

export type Action = keyof typeof PERMISSIONS;

/** The rows that let in whoever comes. */
export type PublicAction = {
  [A in Action]: (typeof PERMISSIONS)[A] extends { anybody: string } ? A : never;
}[Action];
