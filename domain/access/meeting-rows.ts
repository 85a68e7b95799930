import { ALL_STAFF, CONVENERS, OFFICE, STAFF_SELF } from './role-sets';
import type { Role } from './roles';
import type { Scope } from './scopes';

/** Who leads or teaches a class; and a mentor, in what names them. */
const AND_MENTORS = { ...ALL_STAFF, mentor: 'self' } as const satisfies Partial<
  Record<Role, Scope>
>;

/** The rows of meetings, decisions and the school's rules: part of THE table in `permissions.ts`. */
export const MEETING_ROWS = {
  // Guardians read none: other families' children are spoken of. What concerns a student stands in
  // that student's file. A mentor reads those to which they are invited, and no other (S4-179).
  'consultation.read': { label: '查看会商', allow: AND_MENTORS },
  'consultation.plan': { label: '计划、改期和结束会商', allow: CONVENERS },
  'consultation.record': { label: '在会商中签到和记录', allow: AND_MENTORS },
  // Whoever is invited reads and records too, whatever their reach (级部大会的班主任, 办公会的校领导).
  'consultation.attend': { label: '参加自己受邀的会商', allow: STAFF_SELF },
  // Asked as the chair, the recorder or the writer; who signs reaches them by `consultation.signOff`.
  'consultation.readDissent': { label: '打开会上保密的不同意见', allow: STAFF_SELF },
  'consultation.approve': { label: '批准会商方案', allow: OFFICE },
  'consultation.signOff': {
    label: '验收会商',
    allow: { principal: 'school', leader: 'sponsored' },
  },
  'resolution.read': { label: '查看决议', allow: AND_MENTORS },
  'resolution.record': { label: '报告自己负责的决议', allow: STAFF_SELF },
  'resolution.signOff': {
    label: '每周检查决议',
    allow: { principal: 'school', leader: 'sponsored' },
  },
  // Each level begins from the one below it, so whoever leads a place reads what is in it.
  'monthlyReport.read': { label: '查看每月报告', allow: { ...CONVENERS, leader: 'sponsored' } },
  // A leader brings the school's to the principal's meeting (S4-213), and writes no other.
  'monthlyReport.submit': { label: '写每月报告', allow: { ...CONVENERS, leader: 'self' } },
  // What is asked of everybody may be read by everybody, and so may the days it is counted by.
  'schoolCalendar.read': { label: '查看校历', allow: STAFF_SELF },
  'schoolCalendar.revise': {
    label: '设定校历',
    allow: { ...OFFICE, academicAffairsOffice: 'school' },
  },
  'regulation.read': { label: '查看学校的会商制度', allow: STAFF_SELF },
  'regulation.revise': { label: '设定学校的会商制度', allow: OFFICE },
} as const satisfies Record<string, { label: string; allow: Partial<Record<Role, Scope>> }>;
