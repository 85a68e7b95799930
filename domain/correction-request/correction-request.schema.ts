import * as z from 'zod/mini';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';

/** A guardian's word that something in the file is wrong. Kept with its answer; never deleted. */
export interface CorrectionRequest extends Stored {
  studentId: string;
  classId: string;
  divisionId: string;
  /** What should be corrected, and why. */
  what: string;
  why: string;
  state: 'open' | 'accepted' | 'declined';
  answer: string;
  /** Who answered, as they were called then. */
  answeredByName: string | null;
  lastWriteId: string;
}

export const CORRECTION_STATES: Record<CorrectionRequest['state'], string> = {
  open: '等待班主任答复',
  accepted: '已更正',
  declined: '没有更正',
};

export const MAX_CORRECTIONS = 20;

/** The request's id is the write's: sending it twice asks once. */
export const RecordCorrectionRequest = z.strictObject({
  studentId: id('学生'),
  writeId: writeId(),
  what: requiredText('需要更正的内容', 300),
  why: text('理由', 300),
});

export const ListCorrectionRequests = z.strictObject({ studentId: id('学生') });

export const CloseCorrectionRequest = z.strictObject({
  requestId: id('更正请求'),
  rev: revision(),
  writeId: writeId(),
  isAccepted: z.boolean({ error: '请选择是否更正。' }),
  answer: requiredText('答复', 300),
});
