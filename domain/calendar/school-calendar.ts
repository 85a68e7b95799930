import { addDays, type Day, weekdayOf } from './day';
import type { Holiday, HolidayYear } from './holidays/holiday-year';
import { PUBLISHED_YEARS } from './holidays/published';
import type { Term } from './term';

/** Days that a school sets for itself; they stand above the State Council's notice. */
export interface OwnDays extends Holiday {
  /** False: a break of the school's own (秋假, 运动会). True: taught although it is a day off. */
  isSchoolDay: boolean;
}

/** Exams. Where `isExcused`, a duty that could be done in no other days is not owed. */
export interface ExamPeriod extends Holiday {
  isExcused: boolean;
}

export interface CalendarSettings {
  ownDays: OwnDays[];
  exams: ExamPeriod[];
  /** Whether a week without a single school day still has a number (schools differ). */
  isHolidayWeekCounted: boolean;
}

export const CALENDAR_PRESET: CalendarSettings = {
  ownDays: [],
  exams: [],
  isHolidayWeekCounted: true,
};

export interface SchoolCalendar extends CalendarSettings {
  terms: readonly Term[];
  years: readonly HolidayYear[];
}

export const calendarOf = (
  settings: CalendarSettings,
  terms: readonly Term[],
  years: readonly HolidayYear[] = PUBLISHED_YEARS,
): SchoolCalendar => ({ ...settings, terms, years });

export type DayKind = 'schoolDay' | 'makeUpDay' | 'weekend' | 'holiday' | 'unknown';

export interface CalendarDay {
  kind: DayKind;
  /** The holiday's name, or why the day is not known; null on ordinary days. */
  label: string | null;
}

const holds = ({ from, to }: Pick<Holiday, 'from' | 'to'>, day: Day): boolean =>
  from <= day && day <= to;

const isWeekend = (day: Day): boolean => weekdayOf(day) > 5;

/** What a day is: the school's own word first, then the notice; never a guess. */
export function dayKind(calendar: SchoolCalendar, day: Day): CalendarDay {
  const own = calendar.ownDays.find((days) => holds(days, day));
  if (own?.isSchoolDay) {
    return { kind: isWeekend(day) ? 'makeUpDay' : 'schoolDay', label: own.label };
  }
  if (own) return { kind: 'holiday', label: own.label };
  const year = calendar.years.find((known) => String(known.year) === day.slice(0, 4));
  if (!year) return { kind: 'unknown', label: `${day.slice(0, 4)}年的放假安排还没有公布` };
  const holiday = year.holidays.find((days) => holds(days, day));
  if (holiday) return { kind: 'holiday', label: holiday.label };
  if (year.makeUpDays.includes(day)) return { kind: 'makeUpDay', label: '调休上课' };
  return { kind: isWeekend(day) ? 'weekend' : 'schoolDay', label: null };
}

/** Whether lessons are held; null when the year is not known. */
export function isSchoolDay(calendar: SchoolCalendar, day: Day): boolean | null {
  const { kind } = dayKind(calendar, day);
  return kind === 'unknown' ? null : kind === 'schoolDay' || kind === 'makeUpDay';
}

/** No break is longer than a summer. */
const LONGEST_BREAK = 90;

/** The first school day after a day; null when an unknown day comes first. */
export function nextSchoolDay(calendar: SchoolCalendar, after: Day): Day | null {
  for (let ahead = 1; ahead <= LONGEST_BREAK; ahead += 1) {
    const day = addDays(after, ahead);
    const taught = isSchoolDay(calendar, day);
    if (taught === null) return null;
    if (taught) return day;
  }
  return null;
}

/** A week known to have no school day at all. An unknown day makes it an ordinary week. */
export function isHolidayWeek(calendar: SchoolCalendar, monday: Day): boolean {
  return [0, 1, 2, 3, 4, 5, 6].every((n) => isSchoolDay(calendar, addDays(monday, n)) === false);
}

export const examAt = (calendar: SchoolCalendar, day: Day): ExamPeriod | null =>
  calendar.exams.find((exam) => holds(exam, day)) ?? null;
