import { addDays, type Day } from '../../../../domain/calendar/day';
import type { ExamPeriod, OwnDays } from '../../../../domain/calendar/school-calendar';
import { type Term, termIdOf } from '../../../../domain/calendar/term';
import type { SchoolCalendar } from '../settings.queries';

/** What is edited: the calendar without its revision and rights. */
export type CalendarDraft = Omit<SchoolCalendar, 'rev' | 'may'>;

/** What a sheet edits: a term, own days, or exams, by its place in the list; -1 is a new one. */
export type Edited =
  | { kind: 'term'; place: number; value: Term }
  | { kind: 'ownDays'; place: number; value: OwnDays }
  | { kind: 'exams'; place: number; value: ExamPeriod };

const TERM_DAYS = 140;

/** The term after the last one, with days that only need to be corrected. */
export function nextTerm(terms: readonly Term[], today: Day): Term {
  const last = terms.at(-1);
  const half: 1 | 2 = last?.half === 1 ? 2 : 1;
  const schoolYear = last ? last.schoolYear + (last.half === 2 ? 1 : 0) : Number(today.slice(0, 4));
  const startsOn = half === 1 ? `${schoolYear}-09-01` : `${schoolYear + 1}-02-24`;
  return {
    id: termIdOf({ schoolYear, half }),
    ...{ schoolYear, half, startsOn, weekOneOn: startsOn },
    endsOn: addDays(startsOn, TERM_DAYS),
  };
}

const put = <T>(list: readonly T[], place: number, value: T | null): T[] => {
  if (place < 0) return value === null ? [...list] : [...list, value];
  return list.flatMap((one, n) => (n === place ? (value === null ? [] : [value]) : [one]));
};

const byStart = <T extends { startsOn: Day } | { from: Day }>(list: T[]): T[] => {
  const startOf = (one: T) => ('startsOn' in one ? one.startsOn : one.from);
  return list.sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
};

/** The draft with one thing changed, added, or taken away (null). */
export function withEdited(
  draft: CalendarDraft,
  { kind, place, value }: Edited,
  isRemoved: boolean,
): CalendarDraft {
  switch (kind) {
    case 'term':
      return { ...draft, terms: byStart(put(draft.terms, place, isRemoved ? null : value)) };
    case 'ownDays':
      return { ...draft, ownDays: byStart(put(draft.ownDays, place, isRemoved ? null : value)) };
    case 'exams':
      return { ...draft, exams: byStart(put(draft.exams, place, isRemoved ? null : value)) };
  }
}
