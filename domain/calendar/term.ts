import { addDays, type Day, daysBetween, weekdayLabel, weekdayOf } from './day';

/** A term as the school set it; dates differ by province and year, so they are data. */
export interface Term {
  /** `2026-1`: the first (autumn) term of the school year 2026-2027. */
  id: string;
  /** The calendar year in which the school year starts. */
  schoolYear: number;
  half: 1 | 2;
  startsOn: Day;
  /** The last day, inclusive. */
  endsOn: Day;
  /** Any day of the first teaching week; weeks run from Monday. */
  weekOneOn: Day;
}

export const termLabel = ({ schoolYear, half }: Pick<Term, 'schoolYear' | 'half'>): string =>
  `${schoolYear}-${schoolYear + 1}学年第${half === 1 ? '一' : '二'}学期`;

export const isTermOver = (term: Term, today: Day): boolean => today > term.endsOn;

/** The term of a day; in the holidays the one that ended last, so that a summary can be written. */
export function termAt(terms: readonly Term[], today: Day): Term | null {
  const begun = terms.filter((term) => term.startsOn <= today);
  begun.sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
  return begun[0] ?? null;
}

export function termBefore(terms: readonly Term[], term: Term): Term | null {
  return termAt(terms, addDays(term.startsOn, -1));
}

const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** The school week of a day: 1 is the school's first teaching week; below 1 is before it. */
export function schoolWeek(term: Term, day: Day): number {
  return Math.floor(daysBetween(mondayOf(term.weekOneOn), day) / 7) + 1;
}

export const isOddWeek = (week: number): boolean => Math.abs(week % 2) === 1;

/** `第9周 · 单周 · 周四`; outside the term only the weekday. */
export function sayWeek(term: Term | null, day: Day): string {
  const weekday = weekdayLabel(day);
  if (!term || day > term.endsOn) return `假期 · ${weekday}`;
  const week = schoolWeek(term, day);
  if (week < 1) return `开学前 · ${weekday}`;
  return `第${week}周 · ${isOddWeek(week) ? '单周' : '双周'} · ${weekday}`;
}
