/**
 * From a cadence to the windows of a term in which the work is owed. The calendar decides the due
 * day: a holiday moves it (顺延) and says why; it never makes anybody late.
 */
import { addDays, type Day, laterOf, weekdayOf } from '../calendar/day';
import {
  dayKind,
  examAt,
  isSchoolDay,
  nextSchoolDay,
  type SchoolCalendar,
} from '../calendar/school-calendar';
import type { Term } from '../calendar/term';
import type { Cadence } from './cadence.schema';
import { periodsOf } from './cadence-periods';
import type { CadenceFact, Period } from './period';

/** One stretch of days within which a duty is owed. Windows of one cadence never overlap. */
export interface DutyWindow {
  /** `2026-1-w09`; unique within the school and the duty. */
  id: string;
  /** 第9周, 10月, 学期中. */
  label: string;
  /** What it counts from: the visit whose feedback is owed. */
  factId: string | null;
  opensOn: Day;
  dueOn: Day;
  /** Work up to this day still counts for this window, late after `dueOn`. */
  closesOn: Day;
  /** Where the due day would have been, and what moved it (顺延). */
  moved: { from: Day; reason: string } | null;
  /** Why nothing is owed in it at all: no school day, exams. */
  excused: string | null;
  /** False where the year's holidays are not announced yet: the due day may still move. */
  isCertain: boolean;
}

/** Whether lessons are held; in a year that is not known Monday to Friday, marked uncertain. */
const isTaught = (calendar: SchoolCalendar, day: Day): boolean =>
  isSchoolDay(calendar, day) ?? weekdayOf(day) <= 5;

function taughtDays(calendar: SchoolCalendar, { from, to }: Period): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isTaught(calendar, day)) days.push(day);
  }
  return days;
}

type Due = Pick<DutyWindow, 'dueOn' | 'moved' | 'excused'>;

const onTime = (dueOn: Day): Due => ({ dueOn, moved: null, excused: null });
const notOwed = (dueOn: Day, excused: string): Due => ({ dueOn, moved: null, excused });

/** What keeps the work from its day: a holiday, or lessons where a meeting has its Saturday. */
function obstacleAt(calendar: SchoolCalendar, { on, as }: NonNullable<Period['due']>) {
  const { kind, label } = dayKind(calendar, on);
  const isHindered = kind === 'holiday' || (kind === 'makeUpDay' && as === 'slot');
  return isHindered && as !== 'firm' ? label : null;
}

/** A holiday moves the due day to the next school day; meeting the next window, they become one. */
function dueOf(
  { due, to }: Period,
  taught: readonly Day[],
  next: Period | undefined,
  term: Term,
  calendar: SchoolCalendar,
): Due {
  if (!due) {
    const last = taught.at(-1);
    return last ? onTime(last) : notOwed(to, dayKind(calendar, to).label ?? '没有上课的日子');
  }
  const obstacle = obstacleAt(calendar, due);
  if (!obstacle) return onTime(due.on);
  const later = nextSchoolDay(calendar, due.on);
  const isOutOfTerm = !later || later > term.endsOn;
  if (isOutOfTerm || (due.as === 'slot' && taught.length === 0)) return notOwed(due.on, obstacle);
  const nextDue = next && !next.fact && (next.due?.on ?? taughtDays(calendar, next).at(-1));
  if (nextDue && later >= nextDue) return notOwed(due.on, `${obstacle}，并入${next.label}`);
  return { dueOn: later, moved: { from: due.on, reason: obstacle }, excused: null };
}

/** The exams that fill all school days of a period, where the school excuses them. */
function excusingExam(calendar: SchoolCalendar, taught: readonly Day[]): string | null {
  const [first] = taught;
  const exam = first === undefined ? null : examAt(calendar, first);
  return exam && taught.every((day) => examAt(calendar, day)?.isExcused) ? exam.label : null;
}

/**
 * The windows of a cadence within a term, in order.
 *
 * @param facts what happened, or is planned, that the cadence counts from; those of one subject.
 */
export function windowsOf(
  cadence: Cadence,
  term: Term,
  calendar: SchoolCalendar,
  facts: readonly CadenceFact[] = [],
): DutyWindow[] {
  const periods = periodsOf(cadence, term, calendar, facts);
  const windows: DutyWindow[] = [];
  for (const [index, period] of periods.entries()) {
    const taught = taughtDays(calendar, period);
    const due = dueOf(period, taught, periods[index + 1], term, calendar);
    const before = windows.at(-1);
    windows.push({
      id: `${term.id}-${period.key}`,
      label: period.label,
      factId: period.fact?.id ?? null,
      opensOn:
        before && !period.fact ? laterOf(period.from, addDays(before.dueOn, 1)) : period.from,
      ...due,
      excused: due.excused ?? excusingExam(calendar, taught),
      closesOn: period.fact?.closesOn ?? term.endsOn,
      isCertain: isSchoolDay(calendar, due.dueOn) !== null,
    });
  }
  return windows.map((window, index) => {
    const next = windows[index + 1];
    const closesOn = next && !window.factId ? addDays(next.opensOn, -1) : window.closesOn;
    return { ...window, closesOn: laterOf(window.dueOn, closesOn) };
  });
}

/** Whether work on a day counts for a window, be it late. */
export const isOpen = ({ opensOn, closesOn }: DutyWindow, day: Day): boolean =>
  opensOn <= day && day <= closesOn;

/** The window of a day; of several that count from facts, the first. */
export const windowAt = (windows: readonly DutyWindow[], day: Day): DutyWindow | null =>
  windows.find((window) => isOpen(window, day)) ?? null;
