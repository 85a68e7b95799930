import { addDays, type Day, earlierOf, laterOf } from '../calendar/day';
import type { SchoolCalendar } from '../calendar/school-calendar';
import type { Term } from '../calendar/term';
import type { CadenceOf } from './cadence.schema';
import type { Period } from './period';

/** The month with which a school year begins. */
const FIRST_MONTH = 8;

const lastOfMonth = (month: string): Day =>
  addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);

/** The days of a school year that are meant, whatever its terms are. */
function daysOf({ month, day }: CadenceOf<'yearly'>, schoolYear: number) {
  const year = month >= FIRST_MONTH ? schoolYear : schoolYear + 1;
  const stem = `${year}-${String(month).padStart(2, '0')}`;
  const last = lastOfMonth(stem);
  const on = day === undefined ? last : earlierOf(last, `${stem}-${String(day).padStart(2, '0')}`);
  return { from: `${stem}-01`, on };
}

/** Whether days are of this term rather than of the other of its school year. */
function isOf(term: Term, { from, on }: { from: Day; on: Day }, calendar: SchoolCalendar): boolean {
  const other = calendar.terms.find(
    ({ schoolYear, half }) => schoolYear === term.schoolYear && half !== term.half,
  );
  if (term.half === 1) return from <= term.endsOn || (other !== undefined && on < other.startsOn);
  return on >= term.startsOn && (other === undefined || from > other.endsOn);
}

/** Once a school year: in a month, or by a day of it. What falls in the holidays is of their edge. */
export function yearPeriod(
  cadence: CadenceOf<'yearly'>,
  term: Term,
  calendar: SchoolCalendar,
): Period[] {
  const days = daysOf(cadence, term.schoolYear);
  if (!isOf(term, days, calendar)) return [];
  const within = (day: Day) => laterOf(term.startsOn, earlierOf(term.endsOn, day));
  const [from, to] = [within(days.from), within(days.on)];
  const due = { on: to, as: 'deadline' } as const;
  return [{ key: 'year', label: '本学年', from, to, ...(cadence.day !== undefined && { due }) }];
}
