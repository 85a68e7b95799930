import * as z from 'zod/mini';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';
import { categoryRows } from '../school/ledger-category.schema';

/**
 * A sealed note: family, health, psychology. It is a document of its own, so that no list, summary
 * or export can carry it by accident; the record it belongs to only knows that it exists.
 */
export interface SealedNote extends Stored {
  /** The document it belongs to. */
  ofId: string;
  kind: SealedKind;
  classId: string;
  divisionId: string;
  /** null for a note about a class as a whole. */
  studentId: string | null;
  text: string;
  /** Sealed category rows of a ledger: key → students. */
  rows: Record<string, string[]>;
  /** Words in named parts, where one text is not enough. */
  parts?: Record<string, string>;
  lastWriteId: string;
}

export const SEALED_KINDS = {
  family: '家庭情况',
  categories: '保密类别',
  homeVisit: '家访中的保密内容',
  talk: '面谈中的保密内容',
  attentionCase: '特别关注中的保密内容',
  health: '特异体质',
  screening: '排查中的情况',
  heartToHeartCard: '连心卡',
  heartToHeartAnswer: '连心卡的回复',
  dissent: '会上的不同意见',
} as const;
export type SealedKind = keyof typeof SEALED_KINDS;

export const sealedNoteIdOf = (ofId: string, kind: SealedKind): string => `${ofId}~${kind}`;

/** Reasons offered by tap; any other may be typed. */
export const SEALED_REASONS = ['填写台账', '准备会商', '准备家访', '学生遇到困难'] as const;

export const OpenSealedNote = z.strictObject({
  noteId: id('保密记录'),
  reason: requiredText('打开的理由', 60),
});

export const MAX_SEALED_TEXT = 1000;

/** The family part of a student's line. */
export const ReviseSealedFamily = z.strictObject({
  studentId: id('学生'),
  termId: id('学期'),
  rev: revision(),
  writeId: writeId(),
  text: text('家庭情况', 1000),
});

/** What of a home visit is kept sealed. */
export const ReviseSealedVisit = z.strictObject({
  visitId: id('家访'),
  rev: revision(),
  writeId: writeId(),
  text: text('保密内容', MAX_SEALED_TEXT),
});

/** What of a talk is kept sealed. */
export const ReviseSealedTalk = z.strictObject({
  talkId: id('面谈'),
  rev: revision(),
  writeId: writeId(),
  text: text('保密内容', MAX_SEALED_TEXT),
});

/** The sealed category rows of a class's ledger. */
export const ReviseSealedCategories = z.strictObject({
  classId: id('班级'),
  termId: id('学期'),
  rev: revision(),
  writeId: writeId(),
  rows: categoryRows(),
});
