import { OFFICE, STAFF_SELF } from './role-sets';
import type { Role } from './roles';
import type { Scope } from './scopes';

/** The rows of settings, traces, backups and retention: part of THE table in `permissions.ts`. */
export const KEEPING_ROWS = {
  'setting.read': { label: '查看学校的设定', allow: STAFF_SELF },
  // Who looked at whom is itself sensitive: two roles answer for it, and their look is recorded.
  'audit.read': { label: '查看留痕', allow: OFFICE },
  'school.export': { label: '备份学校的全部记录', allow: OFFICE },
  'retention.revise': { label: '设定保存期限', allow: OFFICE },
} as const satisfies Record<string, { label: string; allow: Partial<Record<Role, Scope>> }>;
