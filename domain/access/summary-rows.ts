import type { Role } from './roles';
import type { Scope } from './scopes';

const OFFICES = {
  principal: 'school',
  studentAffairsOffice: 'school',
  academicAffairsOffice: 'school',
} as const satisfies Partial<Record<Role, Scope>>;

/** Those who answer for a place: they make its summaries and sign them. */
const KEEPERS = {
  ...OFFICES,
  divisionHead: 'division',
  homeroomTeacher: 'class',
} as const satisfies Partial<Record<Role, Scope>>;

const READERS = {
  ...KEEPERS,
  leader: 'sponsored',
  subjectTeacher: 'class',
} as const satisfies Partial<Record<Role, Scope>>;

/** The rows of 小结、通报 and the leader's page: part of THE table in `permissions.ts`. */
export const SUMMARY_ROWS = {
  'summary.read': { label: '查看小结和通报', allow: READERS },
  'summary.record': { label: '汇总和填写小结', allow: KEEPERS },
  'summary.signOff': { label: '签发、更正小结和通报', allow: KEEPERS },
  'summary.export': { label: '导出小结和通报', allow: KEEPERS },
  // A card is opened by role: whoever has a part in the place sees that part, with its key.
  'summaryCard.record': {
    label: '把小结做成卡片发到群里',
    allow: { ...KEEPERS, leader: 'sponsored' },
  },
  'summaryCard.read': {
    label: '打开群里的小结卡片',
    allow: { ...READERS, mentor: 'mentees', counsellor: 'school', guardian: 'ownChild' },
  },
  'leader.read': {
    label: '查看各班的进展',
    allow: { ...OFFICES, leader: 'sponsored', divisionHead: 'division' },
  },
} as const satisfies Record<string, { label: string; allow: Partial<Record<Role, Scope>> }>;
