import { addDays, earlierOf, laterOf } from '../calendar/day';
import type { SchoolCalendar } from '../calendar/school-calendar';
import { isOddWeek, type TermWeek, weeksOf } from '../calendar/school-week';
import type { Term } from '../calendar/term';
import { type Cadence, type CadenceOf, TERM_POINTS, type TermPoint } from './cadence.schema';
import { afterEvent, beforeEvent } from './event-periods';
import { holidayPeriods } from './holiday-periods';
import { type CadenceFact, daysIn, type Period } from './period';
import { yearPeriod } from './year-period';

type Slot = { weekday?: number | undefined };

const weekKey = (number: number): string => `w${String(number).padStart(2, '0')}`;

const weekPeriod = ({ number, monday, from, to }: TermWeek, { weekday }: Slot): Period => ({
  key: weekKey(number),
  label: `第${number}周`,
  from,
  to,
  ...(weekday && {
    due: { on: earlierOf(to, laterOf(from, addDays(monday, weekday - 1))), as: 'slot' },
  }),
});

function twoWeeks(weeks: TermWeek[]): Period[] {
  return weeks
    .filter((week) => isOddWeek(week.number))
    .map((first) => {
      const second = weeks[first.number];
      const numbers = second ? `${first.number}—${second.number}` : String(first.number);
      return {
        key: `two${weekKey(first.number)}`,
        label: `第${numbers}周`,
        from: first.from,
        to: (second ?? first).to,
      };
    });
}

/** A month with fewer days of term than this is no month of its own: it joins its neighbour. */
const SHORTEST_MONTH = 10;

/** Calendar months; the few days of August or February before a term join the first full month. */
function months(term: Term): Period[] {
  const found: Period[] = [];
  for (let from = term.startsOn; from <= term.endsOn; ) {
    const next = `${addDays(`${from.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
    const month = from.slice(5, 7);
    const to = earlierOf(term.endsOn, addDays(next, -1));
    found.push({ key: `m${month}`, label: `${Number(month)}月`, from, to });
    from = next;
  }
  const [first, second] = found;
  if (first && second && daysIn(first) < SHORTEST_MONTH) {
    found.splice(0, 2, { ...second, from: first.from });
  }
  const last = found.at(-1);
  const previous = found.at(-2);
  if (last && previous && daysIn(last) < SHORTEST_MONTH) {
    found.splice(-2, 2, { ...previous, to: last.to });
  }
  return found;
}

function termPoints({ points, spanWeeks }: CadenceOf<'termPoints'>, weeks: TermWeek[]): Period[] {
  const firstWeek: Record<TermPoint, number> = {
    start: 0,
    middle: Math.floor((weeks.length - spanWeeks) / 2),
    end: weeks.length - spanWeeks,
  };
  return (['start', 'middle', 'end'] as const)
    .filter((point) => points.includes(point))
    .flatMap((point) => {
      const span = weeks.slice(Math.max(0, firstWeek[point])).slice(0, spanWeeks);
      const [first] = span;
      const last = span.at(-1);
      if (!first || !last) return [];
      return [{ key: point, label: TERM_POINTS[point], from: first.from, to: last.to }];
    });
}

/** The periods of a cadence within a term, in order. */
export function periodsOf(
  cadence: Cadence,
  term: Term,
  calendar: SchoolCalendar,
  facts: readonly CadenceFact[],
): Period[] {
  switch (cadence.kind) {
    case 'weekly':
      return weeksOf(term, calendar).map((week) => weekPeriod(week, cadence));
    case 'oddWeeks':
    case 'evenWeeks':
      return weeksOf(term, calendar)
        .filter((week) => isOddWeek(week.number) === (cadence.kind === 'oddWeeks'))
        .map((week) => weekPeriod(week, cadence));
    case 'everyTwoWeeks':
      return twoWeeks(weeksOf(term, calendar));
    case 'monthly':
      return months(term);
    case 'termly':
      return [{ key: 'term', label: '本学期', from: term.startsOn, to: term.endsOn }];
    case 'yearly':
      return yearPeriod(cadence, term, calendar);
    case 'termPoints':
      return termPoints(cadence, weeksOf(term, calendar));
    case 'afterEvent':
      return afterEvent(cadence, term, facts);
    case 'beforeEvent':
      return beforeEvent(cadence, term, facts);
    case 'inHolidays':
      return holidayPeriods(cadence, term, calendar);
  }
}
