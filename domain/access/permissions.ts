import { CARE_ROWS } from './care-rows';
import { FORM_ROWS } from './form-rows';
import { MEETING_ROWS } from './meeting-rows';
import type { Role } from './roles';
import type { Scope } from './scopes';
import { VOICE_ROWS } from './voice-rows';

type Row = {
  label: string;
  allow: Partial<Record<Role, Scope>>;
  /** What lets in whoever comes, member or not: said in the generated page. */
  anybody?: string;
};

const ALL_STAFF = {
  principal: 'school',
  leader: 'sponsored',
  studentAffairsOffice: 'school',
  academicAffairsOffice: 'school',
  divisionHead: 'division',
  homeroomTeacher: 'class',
  subjectTeacher: 'class',
} as const satisfies Partial<Record<Role, Scope>>;

const EVERYONE_SELF = {
  principal: 'self',
  leader: 'self',
  studentAffairsOffice: 'self',
  academicAffairsOffice: 'self',
  divisionHead: 'self',
  homeroomTeacher: 'self',
  subjectTeacher: 'self',
  mentor: 'self',
  counsellor: 'self',
  guardian: 'self',
} as const satisfies Record<Role, Scope>;

/** Those who lead, know or accompany a student, each in their reach. */
const TALKERS = {
  leader: 'sponsored',
  divisionHead: 'division',
  homeroomTeacher: 'class',
  mentor: 'mentees',
} as const satisfies Partial<Record<Role, Scope>>;

const TALK_READERS = {
  ...TALKERS,
  principal: 'school',
  studentAffairsOffice: 'school',
  counsellor: 'school',
} as const satisfies Partial<Record<Role, Scope>>;

/** What those who work with students wrote themselves. */
const OWN_WORK = {
  leader: 'self',
  divisionHead: 'self',
  homeroomTeacher: 'self',
  mentor: 'self',
} as const satisfies Partial<Record<Role, Scope>>;

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
    allow: {
      principal: 'school',
      studentAffairsOffice: 'school',
      academicAffairsOffice: 'school',
      divisionHead: 'division',
      homeroomTeacher: 'class',
    },
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
    allow: { principal: 'school', studentAffairsOffice: 'school' },
  },

  // Talks are between a student and a teacher: guardians and subject teachers never read them.
  'talk.read': { label: '查看面谈记录', allow: TALK_READERS },
  'talk.record': { label: '记面谈', allow: TALKERS },
  'talk.revise': {
    label: '改正或作废自己记的面谈',
    allow: {
      leader: 'self',
      divisionHead: 'self',
      homeroomTeacher: 'self',
      mentor: 'self',
    },
  },
  'unseen.read': { label: '查看还没见到的学生', allow: TALK_READERS },

  // A visit has one visitor, who writes it to its end. The family reads what was agreed in the
  // student's file, never the record.
  'homeVisit.read': { label: '查看家访记录', allow: TALK_READERS },
  'homeVisit.record': { label: '计划和记录家访', allow: TALKERS },
  'homeVisit.close': { label: '写自己家访的反馈和保密部分', allow: OWN_WORK },
  'homeVisit.void': { label: '作废自己的家访', allow: OWN_WORK },
  'homeVisit.signOff': {
    label: '确认自己同行的家访',
    allow: { ...OWN_WORK, subjectTeacher: 'self', counsellor: 'self' },
  },

  'mentee.read': { label: '查看自己的受导学生', allow: { mentor: 'mentees' } },
  'mentorship.read': { label: '查看学生的历任导师', allow: TALK_READERS },
  'mentoringSetting.revise': {
    label: '设定导师的人数和面谈的间隔',
    allow: { principal: 'school', studentAffairsOffice: 'school' },
  },
  'mentorship.assign': {
    label: '给学生安排导师',
    allow: {
      principal: 'school',
      studentAffairsOffice: 'school',
      divisionHead: 'division',
      homeroomTeacher: 'class',
    },
  },

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

  ...MEETING_ROWS,
} as const satisfies Record<string, Row>;

export type Action = keyof typeof PERMISSIONS;

/** The rows that let in whoever comes. */
export type PublicAction = {
  [A in Action]: (typeof PERMISSIONS)[A] extends { anybody: string } ? A : never;
}[Action];
