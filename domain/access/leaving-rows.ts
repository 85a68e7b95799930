import { OFFICE } from './role-sets';
import type { Role } from './roles';
import type { Scope } from './scopes';

const OFFICES = { ...OFFICE, academicAffairsOffice: 'school' } as const;

/** The rows of leaving and erasure: part of THE table in `permissions.ts`. */
export const LEAVING_ROWS = {
  'departure.read': { label: '查看离校老师手里的工作', allow: OFFICES },
  'departure.record': { label: '办理老师离校和交接', allow: OFFICES },

  'enrolment.record': {
    label: '增加一名学生',
    allow: { ...OFFICES, homeroomTeacher: 'class' },
  },
  'enrolment.assign': { label: '把学生转到别的班', allow: OFFICES },
  'enrolment.close': {
    label: '登记学生离校，撤销登记',
    allow: { ...OFFICES, homeroomTeacher: 'class' },
  },

  // The guardian asks, the office carries it out: nobody erases alone (个人信息保护法, article 47).
  'erasureRequest.submit': {
    label: '请学校删除自己写的内容，收回请求',
    allow: { guardian: 'ownChild' },
  },
  'erasureRequest.close': { label: '查看和办理家长的删除请求', allow: OFFICE },
} as const satisfies Record<string, { label: string; allow: Partial<Record<Role, Scope>> }>;
