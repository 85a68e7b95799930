import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import { id, type Stored, text, writeId } from '../schema';
import { MAX_CAPACITY } from '../school/mentoring-settings.schema';

/**
 * One mentor of one student from a day to a day: changing the mentor closes it and begins another,
 * so that the history stays (S4-205, S4-285). Who is mentor now also stands on the student and in
 * the mentor's posting, changed in the same transaction.
 */
export interface Mentorship extends Stored {
  studentId: string;
  /** Of the student when it began. */
  classId: string;
  divisionId: string;
  mentorId: string;
  mentorName: string;
  from: Day;
  /** The day the next one began; null while it is open. */
  until: Day | null;
  /** Why the mentor was changed; empty for a first one. */
  reason: string;
}

/** By the write that made it: sending it again makes the same one. */
export const mentorshipIdOf = (ofWriteId: string, studentId: string): string =>
  `${ofWriteId}~${studentId}`;

/** A transaction of so many students stays well within its half minute. */
export const MAX_ASSIGNED = 60;
export const MAX_REASON = 100;

/**
 * Give students to a mentor, one or many at once. `mentorshipId` is the one that the person saw (null
 * for a student without a mentor): what somebody else changed meanwhile is not overwritten.
 */
export const AssignMentorship = z
  .strictObject({
    writeId: writeId(),
    mentorId: id('导师'),
    students: z
      .array(z.strictObject({ studentId: id('学生'), mentorshipId: z.nullable(id('结对')) }))
      .check(
        z.minLength(1, { error: '请至少选一名学生。' }),
        z.maxLength(MAX_ASSIGNED, { error: `一次最多选 ${MAX_ASSIGNED} 名学生，请分几次。` }),
        z.refine((rows) => new Set(rows.map((row) => row.studentId)).size === rows.length, {
          error: '名单里有学生重复了，请去掉重复的。',
        }),
      ),
    reason: text('更换的原因', MAX_REASON),
  })
  .check(
    z.refine(
      ({ students, reason }) =>
        reason !== '' || students.every(({ mentorshipId }) => mentorshipId === null),
      { error: '名单里有学生已有导师，请写下更换的原因。', path: ['reason'] },
    ),
  );

export const MentorshipById = z.strictObject({ studentId: id('学生') });
export const PlanMentorships = z.strictObject({ classId: z.optional(id('班级')) });

/** A student has few mentors in all their years. */
export const MENTORSHIP_PAGE = 20;
/** Mentees in one posting: those above a capacity that was lowered later are kept. */
export const MAX_MENTEES = MAX_CAPACITY * 2;
