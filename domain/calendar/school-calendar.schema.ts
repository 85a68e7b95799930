import * as z from 'zod/mini';
import { requiredText, revision, writeId } from '../schema';

/** A day that exists, `YYYY-MM-DD`. */
export const day = (label: string) => z.iso.date({ error: `请选择“${label}”。` });

const range = { label: requiredText('名称', 20), from: day('开始日期'), to: day('结束日期') };

const inOrder = z.refine<{ from: string; to: string }>(({ from, to }) => from <= to, {
  error: '结束日期早于开始日期，请重新选择。',
  path: ['to'],
});

const MAX_OWN_DAYS = 60;
const MAX_EXAMS = 20;

/** How a school sets its calendar; the fields are those of `CalendarSettings`. */
export const ReviseSchoolCalendar = z.strictObject({
  rev: revision(),
  writeId: writeId(),
  ownDays: z
    .array(z.strictObject({ ...range, isSchoolDay: z.boolean() }).check(inOrder))
    .check(z.maxLength(MAX_OWN_DAYS, { error: `本校的日子最多设 ${MAX_OWN_DAYS} 条。` })),
  exams: z
    .array(z.strictObject({ ...range, isExcused: z.boolean() }).check(inOrder))
    .check(z.maxLength(MAX_EXAMS, { error: `考试最多设 ${MAX_EXAMS} 次。` })),
  isHolidayWeekCounted: z.boolean({ error: '请选择放假的周是否计入周次。' }),
});
