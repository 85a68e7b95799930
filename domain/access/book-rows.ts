import type { Role } from './roles';
import type { Scope } from './scopes';

const OFFICES = {
  principal: 'school',
  studentAffairsOffice: 'school',
  academicAffairsOffice: 'school',
  divisionHead: 'division',
} as const satisfies Partial<Record<Role, Scope>>;

/** Everybody of the staff sees what they may print. */
const STAFF_SELF = {
  principal: 'self',
  leader: 'self',
  studentAffairsOffice: 'self',
  academicAffairsOffice: 'self',
  divisionHead: 'self',
  homeroomTeacher: 'self',
  mentor: 'self',
} as const satisfies Partial<Record<Role, Scope>>;

/** The rows of printed books: part of THE table in `permissions.ts`. */
export const BOOK_ROWS = {
  'book.read': { label: '查看自己可以打印的本册', allow: STAFF_SELF },
  // What is printed leaves the product: whoever keeps the book may print it, and who checks it.
  'consultation.export': {
    label: '打印会商记录本和会议纪要',
    allow: { ...OFFICES, leader: 'sponsored', homeroomTeacher: 'class' },
  },
  'homeVisit.export': {
    label: '打印家访记录表',
    allow: {
      principal: 'school',
      leader: 'sponsored',
      studentAffairsOffice: 'school',
      divisionHead: 'division',
      homeroomTeacher: 'class',
    },
  },
  'interactionRecord.export': {
    label: '打印亲子成长活动记录',
    allow: {
      principal: 'school',
      studentAffairsOffice: 'school',
      divisionHead: 'division',
      homeroomTeacher: 'class',
    },
  },
  // Nobody else's: a mentor's notes speak of what was said between two.
  'talk.export': { label: '打印自己的导师工作手册', allow: { mentor: 'mentees' } },
  'monthlyReport.export': {
    label: '打印学情月报',
    allow: { ...OFFICES, leader: 'sponsored', homeroomTeacher: 'class' },
  },
  'checkList.export': {
    label: '打印领导检查表',
    allow: { ...OFFICES, leader: 'sponsored' },
  },
  'ledgerArchive.export': { label: '打包全校或本级部的学情台账', allow: OFFICES },
} as const satisfies Record<string, { label: string; allow: Partial<Record<Role, Scope>> }>;
