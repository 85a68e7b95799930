import { addDays, type Day } from '../calendar/day';
import { dayKind, type SchoolCalendar } from '../calendar/school-calendar';
import type { Term } from '../calendar/term';
import type { CadenceOf } from './cadence.schema';
import { daysIn, type Period } from './period';

/** Holidays within the term, and the one after it once the school has set the next term. */
export function holidayPeriods(
  { minDays }: CadenceOf<'inHolidays'>,
  term: Term,
  calendar: SchoolCalendar,
): Period[] {
  const found: Period[] = [];
  let begun: { from: Day; label: string } | null = null;
  for (let day = term.startsOn; day <= addDays(term.endsOn, 1); day = addDays(day, 1)) {
    const { kind, label } = dayKind(calendar, day);
    const isOff = kind === 'holiday' && day <= term.endsOn;
    if (isOff) begun ??= { from: day, label: label ?? '假期' };
    if (isOff || !begun) continue;
    const to = addDays(day, -1);
    found.push({ ...begun, key: `h${begun.from.slice(5).replace('-', '')}`, to });
    begun = null;
  }
  const next = calendar.terms
    .filter(({ startsOn }) => startsOn > term.endsOn)
    .reduce<Term | null>(
      (soonest, t) => (soonest && soonest.startsOn < t.startsOn ? soonest : t),
      null,
    );
  const vacation = next && {
    key: 'vacation',
    label: term.half === 1 ? '寒假' : '暑假',
    from: addDays(term.endsOn, 1),
    to: addDays(next.startsOn, -1),
  };
  return [...found, ...(vacation ? [vacation] : [])]
    .filter((period) => daysIn(period) >= minDays)
    .map((period) => ({ ...period, due: { on: period.to, as: 'firm' } }));
}
