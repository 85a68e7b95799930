import type { Role } from './roles';
import type { Scope } from './scopes';

const EVERYBODY_SELF = {
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

/** The rows of 提醒: part of THE table in `permissions.ts`. */
export const REMINDER_ROWS = {
  'reminder.read': { label: '查看自己的提醒', allow: EVERYBODY_SELF },
  'subscribeCredit.record': { label: '记下自己同意接收的微信提醒', allow: EVERYBODY_SELF },
  // Whoever sends something to families or colleagues sees whom it did not reach.
  'unreached.read': {
    label: '查看谁没有收到微信提醒',
    allow: {
      principal: 'school',
      studentAffairsOffice: 'school',
      academicAffairsOffice: 'school',
      divisionHead: 'division',
      homeroomTeacher: 'class',
      mentor: 'mentees',
    },
  },
  'reminderSetting.revise': {
    label: '设定微信提醒的时间',
    allow: { principal: 'school', studentAffairsOffice: 'school' },
  },
} as const satisfies Record<string, { label: string; allow: Partial<Record<Role, Scope>> }>;
