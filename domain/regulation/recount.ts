/**
 * Counters are kept per window. When the school divides its days anew (another cadence from a day
 * on, another week one) what was recorded belongs to other windows: it is counted again.
 */
import type { Day } from '../calendar/day';
import { type DutyWindow, windowAt } from './cadence';

/** A record that counted, and its day. */
export interface Mark {
  refId: string;
  on: Day;
}

/** Of one duty and one subject: window id → the records that count in it. */
export type MarksByWindow = Readonly<Record<string, readonly Mark[]>>;

/**
 * The same records in the windows that stand now; a record outside all of them stays where it was,
 * so that nothing is ever lost.
 */
export function recounted(before: MarksByWindow, windows: readonly DutyWindow[]): MarksByWindow {
  const after: Record<string, Mark[]> = {};
  for (const [windowId, marks] of Object.entries(before)) {
    for (const mark of marks) {
      const id = windowAt(windows, mark.on)?.id ?? windowId;
      after[id] = [...(after[id] ?? []), mark];
    }
  }
  return after;
}

/** The windows whose records differ between two countings; a window that lost all is among them. */
export function changedWindows(before: MarksByWindow, after: MarksByWindow): string[] {
  const refsOf = (marks: readonly Mark[] = []) =>
    marks
      .map(({ refId }) => refId)
      .sort()
      .join('~');
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (id) => refsOf(before[id]) !== refsOf(after[id]),
  );
}
