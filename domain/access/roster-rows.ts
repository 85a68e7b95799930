import { OFFICE } from './role-sets';
import type { Role } from './roles';
import type { Scope } from './scopes';

/** Those who keep the school's lists. */
const KEEPERS = { ...OFFICE, academicAffairsOffice: 'school' } as const;

/** The rows of 花名册 in and out: part of THE table in `permissions.ts`. */
export const ROSTER_ROWS = {
  'rosterImport.read': { label: '查看花名册的导入', allow: KEEPERS },
  'rosterImport.record': { label: '导入花名册，撤销导入', allow: KEEPERS },
  'roster.export': {
    label: '导出花名册',
    allow: { ...KEEPERS, divisionHead: 'division', homeroomTeacher: 'class' },
  },
  // Whole numbers leave only with a reason; without one they are masked.
  'roster.exportPhones': {
    label: '导出带完整电话的花名册',
    allow: { ...KEEPERS, homeroomTeacher: 'class' },
  },
} as const satisfies Record<string, { label: string; allow: Partial<Record<Role, Scope>> }>;
