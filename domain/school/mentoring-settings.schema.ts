import * as z from 'zod/mini';
import { revision, writeId } from '../schema';

/** What a school sets for its mentors (S4-285). */
export interface MentoringSettings {
  /** How many mentees a mentor may have. */
  capacity: number;
  /** After how many days without a talk a student counts as not seen: 7 (S4-298) or 14 (S4-258). */
  talkEveryDays: number;
}

/** After how many days the feedback of a home visit is owed, in a school that has set nothing. */
export const FEEDBACK_DAYS = 7;

export const MENTORING_PRESET: MentoringSettings = { capacity: 15, talkEveryDays: 14 };

/** A mentor's ids stand in their posting, which is read with every call. */
export const MAX_CAPACITY = 60;

export const ReviseMentoringSettings = z.strictObject({
  rev: revision(),
  writeId: writeId(),
  capacity: z
    .int({ error: '每位导师的人数应当是整数。' })
    .check(
      z.gte(1, { error: '每位导师至少 1 人。' }),
      z.lte(MAX_CAPACITY, { error: `每位导师最多 ${MAX_CAPACITY} 人。` }),
    ),
  talkEveryDays: z
    .int({ error: '面谈的间隔应当是整天数。' })
    .check(
      z.gte(1, { error: '面谈的间隔至少 1 天。' }),
      z.lte(60, { error: '面谈的间隔最多 60 天。' }),
    ),
  visitFeedbackDays: z
    .int({ error: '家访反馈的期限应当是整天数。' })
    .check(
      z.gte(1, { error: '家访反馈的期限至少 1 天。' }),
      z.lte(30, { error: '家访反馈的期限最多 30 天。' }),
    ),
});
