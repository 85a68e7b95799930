import * as z from 'zod/mini';
import { text } from '../schema';
import { RECORD_KIND_NAMES } from './record-kind';

/** Moments of the school year that days are counted from. */
export const SCHOOL_MOMENTS = { termStart: '每学期开学', schoolYearStart: '每学年开学' } as const;
export type SchoolMoment = keyof typeof SCHOOL_MOMENTS;

/** What days are counted from: such a moment, or a piece of work that happened. */
const EVENT_NAMES = ['termStart', 'schoolYearStart', ...RECORD_KIND_NAMES] as const;

const inRange = (label: string, least: number, most: number) =>
  z
    .int({ error: `“${label}”应当是整数。` })
    .check(
      z.gte(least, { error: `“${label}”至少是 ${least}。` }),
      z.lte(most, { error: `“${label}”最多是 ${most}。` }),
    );

/** A fixed place in the week: the weekday (Monday is 1) and the lesson or half day, in words. */
const slot = {
  weekday: z.optional(inRange('星期', 1, 7)),
  lesson: z.optional(text('节次', 20)),
};

export const TERM_POINTS = { start: '学期初', middle: '学期中', end: '学期末' } as const;
export type TermPoint = keyof typeof TERM_POINTS;

/**
 * How often, as data: the sources contradict each other on every cadence, so a school sets it.
 * How many times within one window is the duty's `count`.
 */
export const CadenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weekly'), ...slot }),
  z.strictObject({ kind: z.literal('everyTwoWeeks') }),
  z.strictObject({ kind: z.literal('oddWeeks'), ...slot }),
  z.strictObject({ kind: z.literal('evenWeeks'), ...slot }),
  z.strictObject({ kind: z.literal('monthly') }),
  z.strictObject({ kind: z.literal('termly') }),
  z.strictObject({
    kind: z.literal('yearly'),
    /** Of the school year, which begins with August. */
    month: inRange('月份', 1, 12),
    /** Due by this day of the month; without one, by its end. */
    day: z.optional(inRange('日期', 1, 31)),
  }),
  z.strictObject({
    kind: z.literal('termPoints'),
    points: z
      .array(z.enum(['start', 'middle', 'end']))
      .check(z.minLength(1, { error: '请选择学期初、学期中或学期末。' }), z.maxLength(3)),
    /** How many weeks count as the start, the middle or the end. */
    spanWeeks: inRange('周数', 1, 6),
  }),
  z.strictObject({
    kind: z.literal('afterEvent'),
    event: z.enum(EVENT_NAMES),
    days: inRange('天数', 0, 120),
  }),
  z.strictObject({
    kind: z.literal('beforeEvent'),
    event: z.enum(RECORD_KIND_NAMES),
    days: inRange('天数', 0, 120),
  }),
  z.strictObject({
    kind: z.literal('inHolidays'),
    /** Shorter holidays do not count. */
    minDays: inRange('假期天数', 1, 60),
  }),
]);

export type Cadence = z.infer<typeof CadenceSchema>;
export type CadenceOf<K extends Cadence['kind']> = Extract<Cadence, { kind: K }>;
export type CadenceEvent = (typeof EVENT_NAMES)[number];
