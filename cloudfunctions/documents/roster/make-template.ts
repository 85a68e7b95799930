import { z } from '../../../domain/schema';
import type { Maker } from '../document-kind';
import { drawList, type ListBook } from './draw-list';

const Input = z.strictObject({});

/** The example is recognised by its last word and never imported. */
const BOOK: ListBook = {
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

/** An empty table to fill in, with a row that shows how. */
export async function makeRosterTemplate(ctx: Maker, raw: unknown) {
  Input.parse(raw);
  ctx.access.authorize({ schoolId: ctx.school._id });
  return { name: `${BOOK.sheet}空表.xlsx`, content: await drawList(BOOK) };
}
