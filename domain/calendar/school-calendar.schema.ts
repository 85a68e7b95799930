import * as z from 'zod/mini';
import { requiredText, revision, writeId } from '../schema';
import { daysBetween } from './day';
import { type Term, termIdOf } from './term';

/** A day that exists, `YYYY-MM-DD`. */
export const day = (label: string) => z.iso.date({ error: `请选择“${label}”。` });

const range = { label: requiredText('名称', 20), from: day('开始日期'), to: day('结束日期') };

const inOrder = z.refine<{ from: string; to: string }>(({ from, to }) => from <= to, {
  error: '结束日期早于开始日期，请重新选择。',
  path: ['to'],
});

const LONGEST_TERM = 200;
const MAX_OWN_DAYS = 60;
const MAX_EXAMS = 20;

const MAX_TERMS = 12;

/** The days of a term, as a form names them; `termDaysChecks` says what must hold of them. */
export const termDays = () => ({
  half: z.literal([1, 2], { error: '请选择第一学期或第二学期。' }),
  startsOn: day('开学日期'),
  endsOn: day('学期最后一天'),
  weekOneOn: day('第一教学周'),
});

export type TermDays = Pick<Term, 'half' | 'startsOn' | 'endsOn' | 'weekOneOn'>;

/** What must hold of the days of a term, wherever a school sets them. */
export const termDaysChecks = <T extends TermDays>() =>
  [
    z.refine<T>(({ startsOn, endsOn }) => startsOn < endsOn, {
      error: '学期最后一天早于开学日期，请重新选择。',
      path: ['endsOn'],
    }),
    z.refine<T>(({ startsOn, endsOn }) => daysBetween(startsOn, endsOn) <= LONGEST_TERM, {
      error: '一个学期最多 200 天，请检查日期。',
      path: ['endsOn'],
    }),
    z.refine<T>(({ startsOn, endsOn, weekOneOn }) => startsOn <= weekOneOn && weekOneOn <= endsOn, {
      error: '第一教学周不在这个学期里，请重新选择。',
      path: ['weekOneOn'],
    }),
  ] as const;

const term = z
  .strictObject({
    schoolYear: z
      .int({ error: '请选择学年。' })
      .check(z.gte(2000, { error: '请选择学年。' }), z.lte(2100, { error: '请选择学年。' })),
    ...termDays(),
  })
  .check(...termDaysChecks<TermDays>());

export type TermDates = z.infer<typeof term>;

/** Whether no day is in two terms, and no term is named twice. */
export const areApart = (
  terms: readonly Pick<Term, 'schoolYear' | 'half' | 'startsOn' | 'endsOn'>[],
): boolean => {
  const inOrder = [...terms].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const isNamedOnce = new Set(terms.map(termIdOf)).size === terms.length;
  return (
    isNamedOnce &&
    inOrder.every((one, place) => {
      const next = inOrder[place + 1];
      return !next || one.endsOn < next.startsOn;
    })
  );
};

/** What a school is told whose terms are not apart. */
export const NOT_APART = '有两个学期的日期重叠，或者同一个学期写了两次，请检查开学日期和最后一天。';

/** How a school sets its calendar; the fields are those of `CalendarSettings`, and the terms. */
export const ReviseSchoolCalendar = z.strictObject({
  rev: revision(),
  writeId: writeId(),
  terms: z
    .array(term)
    .check(
      z.minLength(1, { error: '请至少设一个学期。' }),
      z.maxLength(MAX_TERMS, { error: `学期最多保留 ${MAX_TERMS} 个。` }),
      z.refine(areApart, { error: NOT_APART }),
    ),
  ownDays: z
    .array(z.strictObject({ ...range, isSchoolDay: z.boolean() }).check(inOrder))
    .check(z.maxLength(MAX_OWN_DAYS, { error: `本校的日子最多设 ${MAX_OWN_DAYS} 条。` })),
  exams: z
    .array(z.strictObject({ ...range, isExcused: z.boolean() }).check(inOrder))
    .check(z.maxLength(MAX_EXAMS, { error: `考试最多设 ${MAX_EXAMS} 次。` })),
  isHolidayWeekCounted: z.boolean({ error: '请选择放假的周是否计入周次。' }),
});
