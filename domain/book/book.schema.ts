import * as z from 'zod/mini';
import type { Action } from '../access/permissions';
import { id } from '../schema';
import { planLevel } from '../school/plan-level';

/** What a printed book may be made as. */
export const BOOK_FORMATS = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel' } as const;
export type BookFormat = keyof typeof BOOK_FORMATS;

/** What a book is printed of: what has to be chosen before it can be made. */
export type BookOf = 'class' | 'month' | 'plan' | 'term' | 'meeting' | 'student' | 'summary';

interface BookKind {
  label: string;
  /** What stands in it. */
  note: string;
  of: BookOf;
  /** Who may print it. */
  action: Action;
}

/** Every book that can be printed, by the name that the function `documents` knows it by. */
export const BOOKS = {
  classLedger: {
    label: '班级学情台账',
    note: '班级情况、类别和每名学生一行',
    of: 'class',
    action: 'classLedger.export',
  },
  consultationBook: {
    label: '学情会商记录本',
    note: '每学期一本，前面印本学期计划',
    of: 'class',
    action: 'consultation.export',
  },
  homeVisitForms: {
    label: '家访记录表',
    note: '一次家访一张',
    of: 'class',
    action: 'homeVisit.export',
  },
  familyActivities: {
    label: '亲子成长活动记录',
    note: '家长填写的活动，按学生排列',
    of: 'class',
    action: 'interactionRecord.export',
  },
  mentorNotes: {
    label: '导师工作手册',
    note: '自己的受导学生、面谈和反思',
    of: 'term',
    action: 'talk.export',
  },
  monthlyReport: {
    label: '学情月报',
    note: '本级报告和下一级的报告',
    of: 'month',
    action: 'monthlyReport.export',
  },
  termPlan: {
    label: '学情会商计划',
    note: '班级、级部或学校一学期的目标、措施和安排',
    of: 'plan',
    action: 'termPlan.export',
  },
  checkList: {
    label: '领导检查表',
    note: '每个班做了什么，留出检查意见和签字',
    of: 'term',
    action: 'checkList.export',
  },
  minutes: {
    label: '会议纪要',
    note: '签到、意见、决议和签字',
    of: 'meeting',
    action: 'consultation.export',
  },
  summary: {
    label: '通报、小结和学期汇总',
    note: '签发的那一版，有签发人、日期和更正',
    of: 'summary',
    action: 'summary.export',
  },
  studentFile: {
    label: '孩子的成长记录',
    note: '学校与家庭共享的部分',
    of: 'student',
    action: 'studentFile.export',
  },
} as const satisfies Record<string, BookKind>;

export type BookName = keyof typeof BOOKS;
export const BOOK_NAMES = Object.keys(BOOKS) as BookName[];

const format = () =>
  z.enum(Object.keys(BOOK_FORMATS) as [BookFormat, ...BookFormat[]], {
    error: '请选 Word、PDF 或 Excel。',
  });

/** Beside what each book asks for. */
export const AnyBook = z.looseObject({ format: format() });

export const BookOfClass = z.strictObject({ classId: id('班级'), termId: id('学期') });
export const BookOfPlan = z.strictObject({
  level: planLevel(),
  placeId: id('班级、级部或学校'),
  termId: id('学期'),
});
export const BookOfTerm = z.strictObject({ termId: id('学期') });
export const BookOfMeeting = z.strictObject({ consultationId: id('会商') });
export const BookOfStudent = z.strictObject({ studentId: id('学生') });
