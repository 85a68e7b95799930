import { addDays, type Day } from '../../domain/calendar/day';
import { isTermOver, type Term } from '../../domain/calendar/term';

/** The school year a day lies in; August belongs to the year that ended. */
const schoolYearAt = (today: Day): number =>
  Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0);

const termOfYear = (schoolYear: number, half: 1 | 2): Term => {
  const spring = schoolYear + 1;
  const days =
    half === 1
      ? { startsOn: `${schoolYear}-09-01`, endsOn: `${spring}-01-29` }
      : { startsOn: `${spring}-02-24`, endsOn: `${spring}-07-10` };
  return { id: `${schoolYear}-${half}`, schoolYear, half, ...days, weekOneOn: days.startsOn };
};

/**
 * The term of a day and the `past` ones before it, earliest first. In the holidays the last term
 * is drawn out to a month from now, so that a demo begun then still has a term to write in.
 */
export function termsUpTo(today: Day, past: number): Term[] {
  const year = schoolYearAt(today);
  const begun: Term[] = [];
  for (let y = year - Math.ceil(past / 2) - 1; y <= year; y += 1) {
    for (const half of [1, 2] as const) {
      const term = termOfYear(y, half);
      if (term.startsOn <= today) begun.push(term);
    }
  }
  const terms = begun.slice(-(past + 1));
  const current = terms.at(-1);
  if (!current || !isTermOver(current, today)) return terms;
  return [...terms.slice(0, -1), { ...current, endsOn: addDays(today, 30) }];
}
