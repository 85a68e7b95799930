import { ALL_STAFF, OFFICE, themselves } from './role-sets';
import type { Role } from './roles';
import type { Scope } from './scopes';

/** Those who do this work with a class: by its duties, or instead of whoever owes it. */
const WORKERS = {
  leader: 'sponsored',
  divisionHead: 'division',
  homeroomTeacher: 'class',
} as const satisfies Partial<Record<Role, Scope>>;

/** The rows of 班级工作记录: part of THE table in `permissions.ts`. */
export const CLASS_WORK_ROWS = {
  'classWork.read': { label: '查看班级工作记录', allow: ALL_STAFF },
  'classWork.record': { label: '记班级工作', allow: WORKERS },
  'classWork.void': { label: '作废自己的班级工作记录', allow: themselves(WORKERS) },
  // A sponsor's experience is filed with the office (S4-310).
  'sponsorSummary.read': {
    label: '查看包靠工作总结',
    allow: { ...OFFICE, academicAffairsOffice: 'school', leader: 'self' },
  },
  'sponsorSummary.record': { label: '写包靠工作总结', allow: { leader: 'self' } },
} as const satisfies Record<string, { label: string; allow: Partial<Record<Role, Scope>> }>;
