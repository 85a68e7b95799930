import type { Day } from '../calendar/day';
import type { SchoolCalendar } from '../calendar/school-calendar';
import { type Term, termAt } from '../calendar/term';
import { periodsOf } from '../regulation/cadence-periods';
import type { RecordKind } from '../regulation/record-kind';
import type { PeriodKind, SummaryLevel } from './summary.schema';

/** A week, a month or the term, under the key that duties use for the same days. */
export interface SummaryPeriod {
  id: string;
  kind: PeriodKind;
  label: string;
  from: Day;
  to: Day;
}

const CADENCE_OF = { week: 'weekly', month: 'monthly', term: 'termly' } as const;
const KINDS = Object.keys(CADENCE_OF) as PeriodKind[];

/** Every period of a term, by kind and then by day. */
export function summaryPeriods(term: Term, calendar: SchoolCalendar): SummaryPeriod[] {
  return KINDS.flatMap((kind) =>
    periodsOf({ kind: CADENCE_OF[kind] }, term, calendar, []).map(({ key, label, from, to }) => ({
      id: `${term.id}-${key}`,
      kind,
      label,
      from,
      to,
    })),
  );
}

/** The week, the month and the term that a day lies in; none outside of a term. */
export function periodsAt(
  terms: readonly Term[],
  calendar: SchoolCalendar,
  day: Day,
): SummaryPeriod[] {
  const term = termAt(terms, day);
  if (!term) return [];
  return summaryPeriods(term, calendar).filter(({ from, to }) => from <= day && day <= to);
}

/** A period by its id, with its term; null for one that no term of the school has. */
export function periodById(
  terms: readonly Term[],
  calendar: SchoolCalendar,
  periodId: string,
): { term: Term; period: SummaryPeriod } | null {
  const term = terms.find(({ id }) => periodId.startsWith(`${id}-`));
  const period = term && summaryPeriods(term, calendar).find(({ id }) => id === periodId);
  return term && period ? { term, period } : null;
}

/** What it is called: the school's month is the 通报, its term the 汇总 (S4-226). */
export function summaryTitle(level: SummaryLevel, kind: PeriodKind): string {
  if (kind === 'week') return '周小结';
  if (level === 'school') return kind === 'month' ? '通报' : '学期汇总';
  return kind === 'month' ? '月总结' : '学期总结';
}

/** The kind of record that signing it leaves, where the school's rules ask for one. */
export function settledBySigning(level: SummaryLevel, kind: PeriodKind): RecordKind | null {
  if (kind === 'term') return 'termSummary';
  if (level !== 'school') return null;
  return kind === 'month' ? 'bulletin' : 'weeklyReport';
}
