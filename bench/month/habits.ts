import { EXAMPLES } from '../../test/cloudfunctions/api/examples';
import type { Call } from '../../test/cloudfunctions/harness/cloud';
import { CAST_TODAY } from '../../test/school/cast';
import type { Group, Person } from './people';

/** One screen or one save: who does it, how often, and the calls that go in one event. */
export interface Habit {
  screen: string;
  who: Group;
  /** Of these people, so many each time. */
  share: number;
  /** How often, and why so often. */
  each: 'schoolDay' | 'week' | 'month';
  because: string;
  calls(person: Person): Call[];
}

/** School days, weeks and months of a full month. */
export const TIMES: Record<Habit['each'], number> = { schoolDay: 22, week: 4.4, month: 1 };

const ask = (...paths: string[]): Call[] => paths.map((path) => ({ path, input: {} }));
/** What is sent is the procedure's one example, about this document. */
const write = (path: string, about: string): Call[] => [
  { path, input: EXAMPLES[path]?.input(about) },
];
const student = ({ studentIds }: Person): string => studentIds[0] ?? '';

/** As the page 今天 asks, all at once. */
const TODAY = ask(
  ...['me.byId', 'today.list', 'familyVoiceDuty.list', 'homeVisitDuty.list'],
  ...['careDuty.list', 'interactionDuty.list', 'meetingDuty.list'],
);
const file = (studentId: string): Call[] => [
  { path: 'student.byId', input: { studentId } },
  { path: 'ledgerEntry.byId', input: { studentId } },
  { path: 'timeline.list', input: { studentId } },
];

/** An ordinary month of a school: who opens and records what, how often, and why so often. */
export const HABITS: readonly Habit[] = [
  {
    ...{ screen: '今天（教师）', who: 'staff', share: 1, each: 'schoolDay' },
    because: 'whoever owes something looks once on a school day (S4-196, S4-205)',
    calls: () => TODAY,
  },
  {
    ...{ screen: '学生（名单）', who: 'staff', share: 0.5, each: 'schoolDay' },
    because: 'every second day somebody is looked up',
    calls: () => ask('student.list'),
  },
  {
    ...{ screen: '学生档案（教师）', who: 'mentors', share: 0.5, each: 'schoolDay' },
    because: 'before a talk: a mentor talks with ten mentees in two weeks (S4-258)',
    calls: (person) => file(student(person)),
  },
  {
    ...{ screen: '记面谈', who: 'mentors', share: 1, each: 'schoolDay' },
    because: 'ten mentees every two weeks: one a school day (S4-258)',
    calls: (person) => write('talk.record', student(person)),
  },
  {
    ...{ screen: '受导学生', who: 'mentors', share: 1, each: 'week' },
    because: 'whom have I not seen, once a week (S4-298)',
    calls: () => ask('mentee.list'),
  },
  {
    ...{ screen: '碰头会', who: 'homeroomTeachers', share: 1, each: 'schoolDay' },
    because: 'a huddle of the class every day, one line (S4-200)',
    calls: ({ classId }) => write('consultation.record', classId),
  },
  {
    ...{ screen: '会商（列表）', who: 'staff', share: 1, each: 'week' },
    because: 'the week’s meetings, once (S4-201)',
    calls: () => ask('consultation.list'),
  },
  {
    ...{ screen: '开例会', who: 'homeroomTeachers', share: 1, each: 'week' },
    because: 'a weekly consultation a class is planned on its own page (S4-201)',
    calls: ({ classId }) => write('consultationForm.byId', classId),
  },
  {
    ...{ screen: '计划例会', who: 'homeroomTeachers', share: 1, each: 'week' },
    because: 'and stored (S4-201)',
    calls: ({ classId }) => write('consultation.plan', classId),
  },
  {
    ...{ screen: '班级台账', who: 'homeroomTeachers', share: 1, each: 'week' },
    because: 'kept through the term, looked at weekly (S4-235 … S4-247)',
    calls: ({ classId }) => [{ path: 'classLedger.byId', input: { classId } }],
  },
  {
    ...{ screen: '补充台账', who: 'mentors', share: 1, each: 'week' },
    because: 'many writers, a line each (S4-295)',
    calls: (person) => write('ledgerContribution.record', student(person)),
  },
  {
    ...{ screen: '特别关注', who: 'homeroomTeachers', share: 1, each: 'week' },
    because: 'cases are looked at weekly (S4-275, S4-281)',
    calls: () => ask('attentionCase.list'),
  },
  {
    ...{ screen: '排查表', who: 'homeroomTeachers', share: 1, each: 'month' },
    because: 'a screening a month, every child seen (S4-263)',
    calls: ({ classId }) => [
      ...write('screeningSheet.byId', classId),
      ...write('screeningSheet.record', classId),
    ],
  },
  {
    ...{ screen: '家访', who: 'homeroomTeachers', share: 1, each: 'week' },
    because: 'every family in a year is one visit a week a class (S1-88)',
    calls: () => ask('homeVisit.list'),
  },
  {
    ...{ screen: '打开保密记录', who: 'homeroomTeachers', share: 1, each: 'month' },
    because: 'rare on purpose: who opens one, says why',
    calls: ({ classId }) => [
      {
        path: 'sealedNote.byId',
        input: { noteId: `2026-1~${classId}-s01~family`, reason: '准备家访' },
      },
    ],
  },
  {
    ...{ screen: '包靠领导（还没见到）', who: 'leaders', share: 1, each: 'schoolDay' },
    because: 'a leader stands for students and looks daily (S4-196, S4-301)',
    calls: () => [...ask('unseen.list'), { path: 'resolution.list', input: { of: 'late' } }],
  },
  {
    ...{ screen: '今天（家长）', who: 'guardians', share: 0.1, each: 'schoolDay' },
    because: 'a family looks every second week, and when a form is out (S4-208)',
    calls: () => TODAY,
  },
  {
    ...{ screen: '孩子的档案（家长）', who: 'guardians', share: 0.05, each: 'schoolDay' },
    because: 'every second look goes on to the file',
    calls: (person) => [
      { path: 'student.byId', input: { studentId: student(person) } },
      { path: 'timeline.list', input: { studentId: student(person) } },
      { path: 'correctionRequest.list', input: { studentId: student(person) } },
    ],
  },
  {
    ...{ screen: '填互动表（家长）', who: 'guardians', share: 0.8, each: 'month' },
    because: 'a form a month, four families of five answer (S4-297, S4-299)',
    calls: (person) => write('interactionRecord.submit', student(person)),
  },
];

/** The day that is played. */
export const PLAYED_ON = CAST_TODAY;
