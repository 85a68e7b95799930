import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import type { SchoolClassIdentity } from '../calendar/school-class';
import { id, requiredText, revision, type Stored, writeId } from '../schema';

/** What everybody who teaches the child must know; it lies in a sealed note. */
export interface SafetyWords {
  /** What it is, as the guardian told the school. */
  what: string;
  /** What to do when it happens: first steps, whom to call. */
  act: string;
  /** What to avoid in lessons and activities. */
  avoid: string;
}

export const SAFETY_LABELS: Record<keyof SafetyWords, string> = {
  what: '是什么情况',
  act: '出现时怎么做',
  avoid: '平时要避免',
};

/** Somebody who has read a wording and said so. */
export interface Acknowledgement {
  memberId: string;
  name: string;
  at: Date;
  /** The wording that was read; a newer one asks again. */
  ofRev: number;
}

/**
 * 特异体质 (S4-280, S4-281): that a student is in the register, and who has acknowledged. Its id is
 * made of the student's, so nobody stands in it twice. No word of the condition is here.
 */
export interface HealthCondition extends Stored {
  studentId: string;
  studentName: string;
  classId: string;
  classIdentity: SchoolClassIdentity;
  divisionId: string;
  status: 'active' | 'closed';
  /** The revision of the sealed words. */
  wordsRev: number;
  acknowledgements: Acknowledgement[];
  closedOn: Day | null;
  closeReason: string;
  lastWriteId: string;
}

export const healthConditionIdOf = (studentId: string): string => `health~${studentId}`;

/** Fixed: there is one reason to open it, and it is always a good one. */
export const SAFETY_REASON = '安全须知';

export const MAX_ACKNOWLEDGEMENTS = 60;

const words = {
  what: requiredText(SAFETY_LABELS.what, 200),
  act: requiredText(SAFETY_LABELS.act, 400),
  avoid: requiredText(SAFETY_LABELS.avoid, 300),
};

export const ReviseHealthCondition = z.strictObject({
  studentId: id('学生'),
  rev: revision(),
  writeId: writeId(),
  ...words,
});

export const CloseHealthCondition = z.strictObject({
  studentId: id('学生'),
  writeId: writeId(),
  reason: requiredText('移出的原因', 60),
});

export const SignOffHealthCondition = z.strictObject({
  studentId: id('学生'),
  writeId: writeId(),
  /** The wording that was on the screen. */
  wordsRev: revision(),
});

export const HealthConditionById = z.strictObject({ studentId: id('学生') });
/** By class; a page begins after the last student shown (`at` is the class). */
export const ListHealthConditions = z.strictObject({
  before: z.optional(z.strictObject({ at: id('班级'), id: id('学生') })),
});
export const ListAcknowledgements = z.strictObject({ classId: id('班级') });

export const HEALTH_PAGE = 30;
/** What one class may hold; a query's limit. */
export const MAX_OF_CLASS = 60;
