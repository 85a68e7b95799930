import { addDays, type Day } from './day';

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

/** `2026-1`. */
export const termIdOf = ({ schoolYear, half }: Pick<Term, 'schoolYear' | 'half'>): string =>
  `${schoolYear}-${half}`;

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
