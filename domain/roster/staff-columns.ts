import { plainLabel } from './guess-columns';
import { subjectOfHeading } from './subject-words';

/** What a column of a list of staff, or of a table of who teaches what, can be. */
export const STAFF_FIELDS = {
  name: '姓名',
  staffNumber: '工号',
  phone: '手机号',
  duties: '职务和任课（可写几项）',
  homeroom: '班主任（写班级；任课表里写姓名）',
  subject: '任教学科',
  classes: '班级（任教的；任课表里是这一行的班）',
  grade: '年级',
  teacher: '任课表里这一科的老师（姓名）',
  skip: '不导入',
} as const;

export type StaffField = keyof typeof STAFF_FIELDS;

/** The first that fits; what nobody foresaw is not brought in: of staff only their work is kept. */
const GUESSES: readonly (readonly [RegExp, StaffField])[] = [
  [/身份证|证件号|银行|卡号|社保|工资|户/, 'skip'],
  [/(电话|手机|联系方式|联系号码)/, 'phone'],
  [/^(工号|教职工号|教工号|职工号|教师编号|员工号)$/, 'staffNumber'],
  [/^(教师|老师|教职工|职工|员工)?(姓名|名字)$|^(教师|老师)$/, 'name'],
  [/^(担任|是否|任)?班主任(班级|班)?$|^班主任姓名$/, 'homeroom'],
  [/职务|岗位|任职|分工|工作安排|任课情况|任教情况|担任工作/, 'duties'],
  [/^(任教|任课|所教|教学)?(学科|科目|课程)$/, 'subject'],
  [/^(任教|任课|所教|教学|行政)?班级?(名称)?$|^(任教|任课|所教)班$/, 'classes'],
  [/^(任教|所在)?年级$/, 'grade'],
];

const guess = (label: string): StaffField | null =>
  GUESSES.find(([pattern]) => pattern.test(plainLabel(label)))?.[1] ??
  (subjectOfHeading(plainLabel(label)) === null ? null : 'teacher');

/** One person, one of each; several columns may say what they do. */
const ONCE: readonly StaffField[] = ['name', 'staffNumber', 'phone', 'grade'];

export function guessStaffFields(labels: readonly string[]): StaffField[] {
  const fields = labels.map((label) => guess(label) ?? 'skip');
  return fields.map((field, index) =>
    ONCE.includes(field) && fields.indexOf(field) !== index ? 'skip' : field,
  );
}

/** A list has names and something of them; a table of who teaches what has classes and subjects. */
export function scoreOfStaffHeader(cells: readonly string[]): number {
  const fields = cells
    .filter((cell) => cell !== '' && cell.length <= 20)
    .map(guess)
    .filter((field) => field !== null && field !== 'skip');
  const kinds = new Set(fields);
  if (kinds.has('name') && kinds.size >= 2) return kinds.size;
  const teachers = fields.filter((field) => field === 'teacher' || field === 'homeroom').length;
  return kinds.has('classes') && teachers >= 2 ? teachers : 0;
}
