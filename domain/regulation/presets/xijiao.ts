import { duty, type Preset } from './preset';
import { XIJIAO_MEETINGS } from './xijiao-meetings';
import { XIJIAO_REPORTS } from './xijiao-reports';

const MONTHLY = { cadence: { kind: 'monthly' }, warnDays: 5 } as const;

/** 西郊: the fullest text, clauses S4-194 to S4-248. */
export const XIJIAO: Preset = {
  id: 'xijiao',
  label: '西郊 · 学情会商制度',
  about: '每周例会，学期初、中、末大会，校长每月办公会，班级、级部、学校逐级报告。',
  part: 'whole',
  duties: [
    duty({
      id: 'classLedger',
      title: '建立班级学情台账',
      who: 'homeroomTeacher',
      forWhom: 'class',
      cadence: { kind: 'termPoints', points: ['start'], spanWeeks: 3 },
      settledBy: 'classLedger',
      clause: 'S4-206',
      note: '“学期初”按前 3 周计。',
      warnDays: 7,
    }),
    duty({
      id: 'weeklyConsultation',
      title: '班级学情会商例会',
      who: 'homeroomTeacher',
      forWhom: 'class',
      // The day is of the rules in detail, S4-230; that it is recorded weekly, S4-231.
      cadence: { kind: 'weekly', weekday: 6, lesson: '上午' },
      settledBy: 'weeklyConsultation',
      clause: 'S4-201',
    }),
    duty({
      id: 'plenary',
      title: '学情会商大会',
      who: 'divisionHead',
      forWhom: 'division',
      cadence: { kind: 'termPoints', points: ['start', 'middle', 'end'], spanWeeks: 3 },
      settledBy: 'plenary',
      clause: 'S4-204',
      note: '学期初、中、末各按 3 周计。',
      warnDays: 7,
    }),
    duty({
      id: 'principalMeeting',
      title: '专题研究学生工作的办公会',
      who: 'principal',
      forWhom: 'school',
      ...MONTHLY,
      settledBy: 'principalMeeting',
      clause: 'S4-196',
      warnDays: 7,
    }),
    duty({
      id: 'screeningRound',
      title: '逐班排查需要特别关注的学生',
      who: 'principal',
      forWhom: 'class',
      ...MONTHLY,
      settledBy: 'screeningRound',
      clause: 'S4-196',
    }),
    duty({
      id: 'divisionPlan',
      title: '级部学期会商总计划',
      who: 'divisionHead',
      forWhom: 'division',
      cadence: { kind: 'termPoints', points: ['start'], spanWeeks: 2 },
      settledBy: 'consultationPlan',
      clause: 'S4-205',
      note: '“学期初”按前 2 周计。',
      warnDays: 5,
    }),
    duty({
      id: 'schoolPlan',
      title: '学校学期会商工作计划',
      who: 'academicAffairsOffice',
      forWhom: 'school',
      cadence: { kind: 'termPoints', points: ['start'], spanWeeks: 2 },
      settledBy: 'consultationPlan',
      clause: 'S4-219',
      note: '“学期初”按前 2 周计。',
      warnDays: 5,
    }),
    duty({
      id: 'themeClassMeeting',
      title: '思想、学习交流或主题班会',
      who: 'homeroomTeacher',
      forWhom: 'class',
      ...MONTHLY,
      settledBy: 'themeClassMeeting',
      clause: 'S4-217',
    }),
    ...XIJIAO_REPORTS,
  ],
  meetingKinds: XIJIAO_MEETINGS,
};
