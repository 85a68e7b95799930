import { CARERS, COMPANIONS, OFFICE, themselves } from './role-sets';
import type { Role } from './roles';
import type { Scope } from './scopes';

/** What those who work with students wrote themselves. */
const OWN_WORK = themselves(COMPANIONS);

/** The rows of 导师, 面谈 and 家访: part of THE table in `permissions.ts`. */
export const MENTORING_ROWS = {
  // Talks are between a student and a teacher: guardians and subject teachers never read them.
  'talk.read': { label: '查看面谈记录', allow: CARERS },
  'talk.record': { label: '记面谈', allow: COMPANIONS },
  'talk.revise': {
    label: '改正或作废自己记的面谈',
    allow: OWN_WORK,
  },
  'unseen.read': { label: '查看还没见到的学生', allow: CARERS },

  // A visit has one visitor, who writes it to its end. The family reads what was agreed in the
  // student's file, never the record.
  'homeVisit.read': { label: '查看家访记录', allow: CARERS },
  'homeVisit.record': { label: '计划和记录家访', allow: COMPANIONS },
  'homeVisit.close': { label: '写自己家访的反馈和保密部分', allow: OWN_WORK },
  'homeVisit.void': { label: '作废自己的家访', allow: OWN_WORK },
  'homeVisit.signOff': {
    label: '确认自己同行的家访',
    allow: { ...OWN_WORK, subjectTeacher: 'self', counsellor: 'self' },
  },

  'mentee.read': { label: '查看自己的受导学生', allow: { mentor: 'mentees' } },
  'mentorship.read': { label: '查看学生的历任导师', allow: CARERS },
  'mentoringSetting.revise': {
    label: '设定导师的人数、面谈的间隔和家访反馈的期限',
    allow: OFFICE,
  },
  'mentorship.assign': {
    label: '给学生安排导师',
    allow: { ...OFFICE, divisionHead: 'division', homeroomTeacher: 'class' },
  },
} as const satisfies Record<string, { label: string; allow: Partial<Record<Role, Scope>> }>;
