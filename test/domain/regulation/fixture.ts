import { CALENDAR_PRESET, calendarOf } from '../../../domain/calendar/school-calendar';
import type { Term } from '../../../domain/calendar/term';
import { type DutyWindow, windowsOf } from '../../../domain/regulation/cadence';
import type { Duty } from '../../../domain/regulation/duty.schema';
import type { CadenceFact } from '../../../domain/regulation/period';
import type { Preset } from '../../../domain/regulation/presets/preset';

/** A real term: week one is short, week 5 meets the National Day, January 2027 is not announced. */
export const AUTUMN: Term = {
  id: '2026-1',
  schoolYear: 2026,
  half: 1,
  startsOn: '2026-09-01',
  endsOn: '2027-01-22',
  weekOneOn: '2026-08-31',
};

/** Begins in the last days of February. */
export const SPRING: Term = {
  id: '2026-2',
  schoolYear: 2026,
  half: 2,
  startsOn: '2027-02-26',
  endsOn: '2027-07-09',
  weekOneOn: '2027-03-01',
};

export const CALENDAR = calendarOf(CALENDAR_PRESET, [AUTUMN, SPRING]);

export function dutyOf(preset: Preset, dutyId: string): Duty {
  const found = preset.duties.find(({ id }) => id === dutyId);
  if (!found) throw new Error(`${preset.id} has no duty ${dutyId}`);
  return found;
}

export const windowsOfDuty = (
  preset: Preset,
  dutyId: string,
  term: Term = AUTUMN,
  facts: readonly CadenceFact[] = [],
): DutyWindow[] => windowsOf(dutyOf(preset, dutyId).cadence, term, CALENDAR, facts);

/** Label → due day. */
export const dueDays = (windows: readonly DutyWindow[]): Record<string, string> =>
  Object.fromEntries(windows.map(({ label, dueOn }) => [label, dueOn]));

/** Label → `2026-10-02 → 2026-10-08 国庆节`, of the windows that a holiday moved. */
export const moves = (windows: readonly DutyWindow[]): Record<string, string> =>
  Object.fromEntries(
    windows.flatMap(({ label, dueOn, moved }) =>
      moved ? [[label, `${moved.from} → ${dueOn} ${moved.reason}`]] : [],
    ),
  );
