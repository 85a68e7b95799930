/** The leader's page: how each class stands with each duty now. States in words, never a score. */
import type { Day } from '../calendar/day';
import { isOpen } from '../regulation/cadence';
import type { DutyInWindow } from '../regulation/regulation';
import { type StandingState, standingId, standingOf } from '../regulation/standing';

/** A column of the map: a duty of classes, in the window that is open now. */
export interface DutyColumn {
  dutyId: string;
  title: string;
  clause: string;
  /** 第9周, 10月. */
  label: string;
  dueOn: Day;
  windowKey: string;
}

/** What classes owe now; of a duty with several windows open, the one that is due first. */
export function openColumns(windows: readonly DutyInWindow[], today: Day): DutyColumn[] {
  const columns = new Map<string, DutyColumn>();
  for (const { duty, window } of windows) {
    if (duty.forWhom !== 'class' || !isOpen(window, today) || columns.has(duty.id)) continue;
    columns.set(duty.id, {
      dutyId: duty.id,
      title: duty.title,
      clause: duty.clause,
      label: window.label,
      dueOn: window.dueOn,
      windowKey: `${duty.id}~${window.id}`,
    });
  }
  return [...columns.values()];
}

/** How one class stands with the duty of a column. */
export function cellState(
  column: DutyColumn,
  windows: readonly DutyInWindow[],
  classId: string,
  counts: ReadonlyMap<string, number>,
  today: Day,
): StandingState {
  const found = windows.find(({ duty, window }) => `${duty.id}~${window.id}` === column.windowKey);
  if (!found) throw new Error(`no window ${column.windowKey}`);
  const { duty, window } = found;
  const count = counts.get(standingId(duty.id, classId, window.id)) ?? 0;
  return standingOf(duty, window, count, today).state;
}
