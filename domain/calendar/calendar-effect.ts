/** What a school's calendar amounts to, in sentences: shown while it is edited, before it is saved. */
import { addDays, type Day, daysBetween, monthAndDay, WEEKDAY_LABELS, weekdayOf } from './day';
import { dayKind, nextSchoolDay, type SchoolCalendar } from './school-calendar';
import { weeksOf } from './school-week';
import { type Term, termLabel } from './term';

export interface CalendarEffect {
  label: string;
  /** 共 21 周，第1周从9月1日算起. */
  weeks: string;
  /** 10月2日 周五 国庆节，顺延到10月8日. */
  moved: string[];
  /** 2027年的放假安排还没有公布…; null where every day is known. */
  unknown: string | null;
}

const daysOf = ({ startsOn, endsOn }: Term): Day[] =>
  Array.from({ length: daysBetween(startsOn, endsOn) + 1 }, (_, n) => addDays(startsOn, n));

/** The working days of a term that are holidays, each with the school day that takes its place. */
function movedDays(term: Term, calendar: SchoolCalendar): string[] {
  const off = daysOf(term).filter(
    (day) => weekdayOf(day) <= 5 && dayKind(calendar, day).kind === 'holiday',
  );
  // A holiday of several days is one line.
  const runs = off.reduce<[Day, ...Day[]][]>((found, day) => {
    const last = found.at(-1);
    const previous = last?.at(-1);
    const isSame =
      previous !== undefined &&
      dayKind(calendar, previous).label === dayKind(calendar, day).label &&
      daysBetween(previous, day) <= 3;
    if (last && isSame) last.push(day);
    else found.push([day]);
    return found;
  }, []);
  return runs.map(([first, ...others]) => {
    const last = others.at(-1) ?? first;
    const days = first === last ? monthAndDay(first) : `${monthAndDay(first)}—${monthAndDay(last)}`;
    const next = nextSchoolDay(calendar, last);
    const then = next
      ? `顺延到${monthAndDay(next)}（${WEEKDAY_LABELS[weekdayOf(next) - 1]}）`
      : '不作要求';
    return `${dayKind(calendar, first).label} ${days}，要做的事${then}`;
  });
}

/** Years within the term whose holidays nobody has announced yet. */
function unknownIn(term: Term, calendar: SchoolCalendar): string | null {
  const unknown = daysOf(term).find((day) => dayKind(calendar, day).kind === 'unknown');
  if (unknown === undefined) return null;
  return `${unknown.slice(0, 4)}年的放假安排还没有公布，${monthAndDay(unknown)}以后按周一到周五上课算，公布后会自动改。`;
}

export function effectOf(term: Term, calendar: SchoolCalendar): CalendarEffect {
  const weeks = weeksOf(term, calendar);
  const first = weeks[0]?.monday ?? term.startsOn;
  return {
    label: termLabel(term),
    weeks: `共 ${weeks.length} 周，第1周从${monthAndDay(first)}算起`,
    moved: movedDays(term, calendar),
    unknown: unknownIn(term, calendar),
  };
}
