import type { Day } from '../calendar/day';

/** Category key → how many students. */
export type CategoryCounts = Readonly<Record<string, number>>;

/** As it was when a school year began (S4-284). */
export interface YearCount {
  schoolYear: number;
  on: Day;
  counts: CategoryCounts;
}

/**
 * How many students of a school are in each group: figures for those who plan help, never a name.
 * Kept as groups are written, for who is in them is sealed and nobody reads that to count.
 */
export interface AttentionCount {
  /** The school's id. */
  _id: string;
  schemaVersion: number;
  schoolId: string;
  /** Of files that are open now. */
  open: CategoryCounts;
  /** The latest years, oldest first. */
  years: YearCount[];
}

const MAX_YEARS = 12;

/** The figures after somebody's groups changed. */
export function recounted(
  open: CategoryCounts,
  before: readonly string[],
  after: readonly string[],
): CategoryCounts {
  const counts: Record<string, number> = { ...open };
  for (const key of before) counts[key] = Math.max(0, (counts[key] ?? 0) - 1);
  for (const key of after) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** The years with this one's beginning; unchanged when it is there. */
export function withYear(years: readonly YearCount[], year: YearCount): YearCount[] | null {
  if (years.some(({ schoolYear }) => schoolYear === year.schoolYear)) return null;
  return [...years, year].slice(-MAX_YEARS);
}
