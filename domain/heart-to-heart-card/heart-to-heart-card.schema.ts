import * as z from 'zod/mini';
import { type ClassCode, classCode } from '../class-code';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';
import { shortCodeOf } from '../short-code';

/** A code of a class (S4-257): whoever has it may hand in a card, until it ends. `_id` is the code. */
export type HeartToHeartCode = ClassCode;

export const RECEIPT_LENGTH = 10;
export const CODE_DAYS = 7;
export const MAX_CODE_DAYS = 30;

/**
 * A card as it is on its way: to whom, and whether it was answered. What was written, and the
 * answer, are sealed notes of their own.
 */
export interface HeartToHeartCard extends Stored {
  classId: string;
  divisionId: string;
  /** Set if a name was given that one student of the class has. */
  studentId: string | null;
  studentName: string | null;
  /** The mentor, else the homeroom teacher; null for what goes to the counsellor first. */
  toMemberId: string | null;
  isUrgent: boolean;
  /** Urgent in a school without a counsellor: the principal's at once. */
  isPrincipalsFirst: boolean;
  state: 'open' | 'answered';
  openedAt: Date | null;
  lastWriteId: string;
}

export const CARD_PAGE = 20;

export const RecordHeartToHeartCode = z.strictObject({
  classId: id('班级'),
  writeId: writeId(),
  days: z
    .int({ error: '请选择用几天。' })
    .check(
      z.gte(1, { error: '至少用 1 天。' }),
      z.lte(MAX_CODE_DAYS, { error: `最多用 ${MAX_CODE_DAYS} 天。` }),
    ),
});

export const ListHeartToHeartCodes = z.strictObject({ classId: id('班级') });

export const CloseHeartToHeartCode = z.strictObject({
  code: classCode('班级码'),
  writeId: writeId(),
});

export const SubmitHeartToHeartCard = z.strictObject({
  code: classCode('班级码'),
  writeId: writeId(),
  hard: requiredText('想说的事', 1000),
  help: text('希望得到的帮助', 500),
  name: text('名字', 20),
});

export const HeartToHeartReceiptById = z.strictObject({
  receipt: shortCodeOf('回执码', RECEIPT_LENGTH),
});

export const ListHeartToHeartCards = z.strictObject({
  before: z.optional(z.strictObject({ at: z.iso.datetime(), id: id() })),
});

export const HeartToHeartCardById = z.strictObject({ cardId: id('连心卡'), writeId: writeId() });

export const CloseHeartToHeartCard = z.strictObject({
  cardId: id('连心卡'),
  writeId: writeId(),
  /** Of the answer: 0 when nothing was answered yet. */
  rev: revision(),
  answer: requiredText('回复', 300),
});
