import * as z from 'zod/mini';
import { id, revision, type Stored, writeId } from '../schema';

/** What stands where a guardian's words or name stood. */
export const ERASED = '（已按监护人的请求删除）';

/** What goes and what stays, as the guardian reads it before asking. */
export const ERASURE_PARTS: readonly { title: string; text: string }[] = [
  {
    title: '会删去',
    text: '您在互动表里写的话、传的照片和签名，您写的更正请求，以及这些地方您的名字。您不再看得到这个孩子的记录。',
  },
  {
    title: '依法要留下',
    text: '孩子的学籍信息和老师写的记录，按学校规定的期限保存；您同意过什么、什么时候同意和撤回，只留日期，作为凭证；谁办理了这件事。',
  },
  {
    title: '多久办好',
    text: '办公室收到以后办理，办好以前都可以收回。需要留一份的话，请先导出孩子的档案。',
  },
];

/** A guardian asks the school to erase what they wrote about one child. `_id` is the write. */
export interface ErasureRequest extends Stored {
  studentId: string;
  classId: string;
  divisionId: string;
  memberId: string;
  /** Goes with the rest once it is done. */
  memberName: string;
  state: 'open' | 'done' | 'voided';
  /** When the office began: from then on it cannot be taken back. */
  begunAt: Date | null;
  closedAt: Date | null;
  closedByName: string;
  lastWriteId: string;
}

export const ERASURE_PAGE = 50;
/** Records of one kind about one child; more than these are reached by going on. */
export const ERASED_AT_ONCE = 10;

export const SubmitErasureRequest = z.strictObject({
  studentId: id('孩子'),
  writeId: writeId(),
});

export const VoidErasureRequest = z.strictObject({
  requestId: id('请求'),
  writeId: writeId(),
});

/** The next piece of the work; called until it is done. */
export const CloseErasureRequest = z.strictObject({
  requestId: id('请求'),
  rev: revision(),
  writeId: writeId(),
});
