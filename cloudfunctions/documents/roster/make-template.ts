import { z } from '../../../domain/schema';
import type { Maker } from '../document-kind';
import { drawList, type ListBook } from './draw-list';

const Input = z.strictObject({
  kind: z.enum(['students', 'staff'], { error: '请选择哪一种空表。' }),
});

/** The example is recognised by its last word and never imported. */
const BOOKS: Record<'students' | 'staff', ListBook> = {
  students: {
    sheet: '学生花名册',
    title: '学生花名册(第三行是示例，导入时会跳过；多出来的列会保留)',
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
        '方知远(示例)',
        '男',
        '七年级3班',
        '父亲 方大川 13800000000；母亲 柳如眉 13900000000',
      ],
    ],
  },
  staff: {
    sheet: '教职工',
    title: '教职工名单(第三行是示例，导入时会跳过；一个人有几项时用顿号隔开)',
    columns: [
      ['姓名', 14],
      ['电话', 16],
      ['职务', 20],
      ['级部', 14],
      ['班主任班级', 14],
      ['任教学科', 14],
      ['任教班级', 24],
      ['包靠', 24],
    ],
    rows: [
      [
        ...['方知远(示例)', '13800000000', '级部主任、导师', '七年级', '七年级3班', '语文'],
        ...['七年级3班、七年级4班', ''],
      ],
    ],
  },
};

/** An empty table to fill in, with a row that shows how. */
export async function makeRosterTemplate(ctx: Maker, raw: unknown) {
  const { kind } = Input.parse(raw);
  ctx.access.authorize({ schoolId: ctx.school._id });
  const book = BOOKS[kind];
  return { name: `${book.sheet}空表.xlsx`, content: await drawList(book) };
}
