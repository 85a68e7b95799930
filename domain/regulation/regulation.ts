import type { Day } from '../calendar/day';
import type { SchoolCalendar } from '../calendar/school-calendar';
import { type Term, termAt, termBefore } from '../calendar/term';
import { type DutyWindow, windowsOf } from './cadence';
import type { Cadence } from './cadence.schema';
import type { Duty } from './duty.schema';
import type { CadenceFact } from './period';
import type { Regulation } from './regulation.schema';

/** The rules in force on a day; null before the first. Of two from the same day the later version. */
export function regulationAt(history: readonly Regulation[], day: Day): Regulation | null {
  const inForce = history.filter(({ effectiveOn }) => effectiveOn <= day);
  return inForce.reduce<Regulation | null>(
    (latest, regulation) => (latest && isNewer(latest, regulation) ? latest : regulation),
    null,
  );
}

const isNewer = (a: Regulation, b: Regulation): boolean =>
  a.effectiveOn === b.effectiveOn ? a.version > b.version : a.effectiveOn > b.effectiveOn;

/**
 * The history with a change. One that has not come into force yet is replaced by a later decision
 * about the same days. What held before the last two terms is dropped, nothing else: the windows of
 * a term follow the rules that stood on their day.
 */
export function withRegulation(
  history: readonly Regulation[],
  next: Regulation,
  terms: readonly Term[],
  today: Day,
): Regulation[] {
  const kept = history.filter(({ effectiveOn }) => effectiveOn < next.effectiveOn);
  const term = termAt(terms, today);
  const since = (term && termBefore(terms, term)?.startsOn) ?? term?.startsOn ?? today;
  const standing = regulationAt(kept, since);
  return [...kept.filter((one) => one === standing || one.effectiveOn > since), next];
}

/** A duty and one stretch of time in which it is owed. */
export interface DutyInWindow {
  duty: Duty;
  window: DutyWindow;
}

/**
 * Every window of a term with its duty. A window follows the rules in force on the day it is due,
 * so a change in the middle of a term neither asks twice nor drops what was begun.
 *
 * @param facts those of one subject, where a duty counts from a fact.
 */
export function dutyWindows(
  history: readonly Regulation[],
  term: Term,
  calendar: SchoolCalendar,
  facts: readonly CadenceFact[] = [],
): DutyInWindow[] {
  // Many duties share a cadence: each cadence meets the calendar once.
  const known = new Map<string, DutyWindow[]>();
  const windowsFor = (cadence: Cadence): DutyWindow[] => {
    const key = JSON.stringify(cadence);
    const windows = known.get(key) ?? windowsOf(cadence, term, calendar, facts);
    known.set(key, windows);
    return windows;
  };
  return history.flatMap((regulation) =>
    regulation.duties
      .filter((duty) => duty.isOn)
      .flatMap((duty) =>
        windowsFor(duty.cadence)
          .filter((window) => regulationAt(history, window.dueOn) === regulation)
          .map((window) => ({ duty, window })),
      ),
  );
}
