import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`; days compare as strings. */
export type Day = string;

const SHANGHAI_MINUTES = 8 * 60;

/** China has had one time zone without summer time since 1991: a fixed offset is exact. */
const inShanghai = (instant: Date) => dayjs.utc(instant).utcOffset(SHANGHAI_MINUTES);

export const dayOf = (instant: Date): Day => inShanghai(instant).format('YYYY-MM-DD');

export const timeOf = (instant: Date): string => inShanghai(instant).format('HH:mm');

// Days are counted as whole days of UTC: rules walk over whole terms day by day, and a date library
// that parses and formats each one takes a hundred times as long.
const MILLISECONDS = 86_400_000;
const numberOf = (day: Day): number => Date.parse(day) / MILLISECONDS;

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: Day): number => new Date(day).getUTCDay() || 7;

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * MILLISECONDS).toISOString().slice(0, 10);

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

export const laterOf = (...days: [Day, ...Day[]]): Day =>
  days.reduce((latest, day) => (daysBetween(latest, day) > 0 ? day : latest));

export const earlierOf = (...days: [Day, ...Day[]]): Day =>
  days.reduce((earliest, day) => (daysBetween(earliest, day) < 0 ? day : earliest));

export const WEEKDAY_LABELS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

export const weekdayLabel = (day: Day): string => WEEKDAY_LABELS[weekdayOf(day) - 1] ?? '';

/** 10月8日. */
export const monthAndDay = (day: Day): string => dayjs.utc(day).format('M月D日');

/** 2026年10月8日. */
export const wholeDay = (day: Day): string => dayjs.utc(day).format('YYYY年M月D日');

/** A day as people say it beside `today`: 今天, 昨天, 周五, 3月5日, 2025年3月5日. */
export function sayDay(day: Day, today: Day): string {
  const distance = daysBetween(today, day);
  if (distance === 0) return '今天';
  if (distance === -1) return '昨天';
  if (distance === 1) return '明天';
  if (distance > 1 && distance < 7) return weekdayLabel(day);
  const date = dayjs.utc(day);
  return date.format(day.slice(0, 4) === today.slice(0, 4) ? 'M月D日' : 'YYYY年M月D日');
}
