import { IMPORT_SUBJECTS, type ImportSubject } from '../../../domain/roster/import-subject';
import { z } from '../../../domain/schema';
import type { Maker } from '../document-kind';
import { drawList, type ListBook } from './draw-list';

const Input = z.strictObject({ subject: z.optional(z.enum(IMPORT_SUBJECTS)) });

/** The example is recognised by its last word and never imported. */
const STUDENTS: ListBook = {
  sheet: '学生花名册',
  title: '学生花名册（第三行是示例，导入时会跳过；多出来的列会保留）',
  columns: [
    ['学号', 14],
    ['姓名', 14],
    ['性别', 8],
    ['班级', 14],
    ['家长', 46],
  ],
  rows: [
    [
      '25001',
      '方知远（示例）',
      '男',
      '七年级3班',
      '父亲 方大川 13800000000；母亲 柳如眉 13900000000',
    ],
  ],
};

const STAFF: ListBook = {
  sheet: '老师名单',
  title: '老师名单（第三行是示例，导入时会跳过；一个人可以写几项，用分号隔开）',
  columns: [
    ['工号', 14],
    ['姓名', 14],
    ['手机号', 18],
    ['职务和任课', 56],
  ],
  rows: [['T001', '程知遥（示例）', '13800000000', '七年级(3)班班主任；七(3)(4)数学']],
};

const BOOKS: Record<ImportSubject, ListBook> = { students: STUDENTS, staff: STAFF };

/** An empty table to fill in, with a row that shows how. */
export async function makeRosterTemplate(ctx: Maker, raw: unknown) {
  const book = BOOKS[Input.parse(raw).subject ?? 'students'];
  ctx.access.authorize({ schoolId: ctx.school._id });
  return { name: `${book.sheet}空表.xlsx`, content: await drawList(book) };
}
