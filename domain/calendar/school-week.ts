import { addDays, type Day, daysBetween, earlierOf, laterOf, mondayOf, weekdayLabel } from './day';
import { isHolidayWeek, type SchoolCalendar } from './school-calendar';
import type { Term } from './term';

/** Whether a week goes without a number: a holiday week of a school that does not count them. */
const isSkipped = (calendar: SchoolCalendar | undefined, monday: Day): boolean =>
  calendar !== undefined && !calendar.isHolidayWeekCounted && isHolidayWeek(calendar, monday);

/**
 * The school week of a day: 1 is the school's first teaching week; below 1 is before it. With the
 * school's calendar a week that is not counted keeps the number of the week before.
 */
export function schoolWeek(term: Term, day: Day, calendar?: SchoolCalendar): number {
  const weekOne = mondayOf(term.weekOneOn);
  const week = Math.floor(daysBetween(weekOne, day) / 7) + 1;
  let skipped = 0;
  for (let n = 0; n < week; n += 1) {
    if (isSkipped(calendar, addDays(weekOne, n * 7))) skipped += 1;
  }
  return week - skipped;
}

/** One numbered week of a term, cut to the term's days. */
export interface TermWeek {
  number: number;
  monday: Day;
  from: Day;
  to: Day;
}

/** The numbered weeks of a term, first to last. */
export function weeksOf(term: Term, calendar: SchoolCalendar): TermWeek[] {
  const weeks: TermWeek[] = [];
  for (let monday = mondayOf(term.weekOneOn); monday <= term.endsOn; monday = addDays(monday, 7)) {
    if (isSkipped(calendar, monday)) continue;
    const sunday = addDays(monday, 6);
    weeks.push({
      number: weeks.length + 1,
      monday,
      from: laterOf(monday, term.startsOn),
      to: earlierOf(sunday, term.endsOn),
    });
  }
  return weeks;
}

export const isOddWeek = (week: number): boolean => Math.abs(week % 2) === 1;

/** `第9周 · 单周 · 周四`; outside the term, or in a week without a number, only the weekday. */
export function sayWeek(term: Term | null, day: Day, calendar?: SchoolCalendar): string {
  const weekday = weekdayLabel(day);
  if (!term || day > term.endsOn || isSkipped(calendar, mondayOf(day))) return `假期 · ${weekday}`;
  const week = schoolWeek(term, day, calendar);
  if (week < 1) return `开学前 · ${weekday}`;
  return `第${week}周 · ${isOddWeek(week) ? '单周' : '双周'} · ${weekday}`;
}
