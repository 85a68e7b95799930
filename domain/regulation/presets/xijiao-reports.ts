import type { Duty } from '../duty.schema';
import { duty } from './preset';

type When = Pick<Duty, 'cadence' | 'warnDays'>;
const LAST_WEEKS = { kind: 'termPoints', points: ['end'], spanWeeks: 3 } satisfies Duty['cadence'];
const AT_THE_END: When = { cadence: LAST_WEEKS, warnDays: 7 };
const MONTHLY: When = { cadence: { kind: 'monthly' }, warnDays: 5 };
const REPORT = { ...MONTHLY, settledBy: 'monthlyReport' } as const;

/** What 西郊 writes down for the level above: month by month, and at the end of term. */
export const XIJIAO_REPORTS: readonly Duty[] = [
  duty({
    id: 'classMonthlyReport',
    title: '班级学生教育情况月报',
    who: 'homeroomTeacher',
    forWhom: 'class',
    ...REPORT,
    clause: 'S4-212',
  }),
  duty({
    id: 'divisionMonthlyReport',
    title: '级部学生教育情况月报',
    who: 'divisionHead',
    forWhom: 'division',
    ...REPORT,
    clause: 'S4-212',
  }),
  duty({
    id: 'schoolMonthlyReport',
    title: '分管领导向办公会的月报',
    who: 'leader',
    forWhom: 'school',
    ...REPORT,
    clause: 'S4-213',
  }),
  duty({
    id: 'bulletin',
    title: '学情会商通报',
    who: 'academicAffairsOffice',
    forWhom: 'school',
    ...MONTHLY,
    settledBy: 'bulletin',
    clause: 'S4-226',
  }),
  duty({
    id: 'schoolTermSummary',
    title: '学期汇总与整改措施',
    who: 'academicAffairsOffice',
    forWhom: 'school',
    ...AT_THE_END,
    settledBy: 'termSummary',
    // Once a term by S4-226 as well.
    clause: 'S4-221',
  }),
  duty({
    id: 'classTermSummary',
    title: '班级期末会商经验材料',
    who: 'homeroomTeacher',
    forWhom: 'class',
    ...AT_THE_END,
    settledBy: 'termSummary',
    clause: 'S4-225',
  }),
];
