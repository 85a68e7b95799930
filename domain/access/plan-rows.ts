import type { Role } from './roles';
import type { Scope } from './scopes';

/** Those who write the plan of a place: its class, its division, the school (S4-205, S4-219). */
const PLANNERS = {
  principal: 'school',
  studentAffairsOffice: 'school',
  academicAffairsOffice: 'school',
  divisionHead: 'division',
  homeroomTeacher: 'class',
} as const satisfies Partial<Record<Role, Scope>>;

/** The rows of 学期会商计划: part of THE table in `permissions.ts`. */
export const PLAN_ROWS = {
  'termPlan.read': {
    label: '查看学期会商计划',
    allow: { ...PLANNERS, leader: 'sponsored', subjectTeacher: 'class' },
  },
  'termPlan.revise': { label: '写学期会商计划', allow: PLANNERS },
  'termPlan.submit': { label: '报备学期会商计划', allow: PLANNERS },
  'termPlan.export': {
    label: '打印学期会商计划',
    allow: { ...PLANNERS, leader: 'sponsored' },
  },
} as const satisfies Record<string, { label: string; allow: Partial<Record<Role, Scope>> }>;
