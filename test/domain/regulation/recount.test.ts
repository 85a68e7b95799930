import { startFrom } from '../../../domain/regulation/presets/presets';
import { XIJIAO } from '../../../domain/regulation/presets/xijiao';
import { changedWindows, recounted } from '../../../domain/regulation/recount';
import { dutyWindows } from '../../../domain/regulation/regulation';
import { AUTUMN, CALENDAR } from './fixture';

const weekly = startFrom([XIJIAO], { version: 1, effectiveOn: '2026-08-01' });
const everyTwoWeeks = {
  ...startFrom([XIJIAO], { version: 2, effectiveOn: '2026-10-28' }),
  duties: weekly.duties.map((duty) =>
    duty.id === 'weeklyConsultation'
      ? { ...duty, cadence: { kind: 'everyTwoWeeks' as const } }
      : duty,
  ),
};
const windowsWith = (history: (typeof weekly)[]) =>
  dutyWindows(history, AUTUMN, CALENDAR)
    .filter(({ duty }) => duty.id === 'weeklyConsultation')
    .map(({ window }) => window);

describe('a cadence that changes in the middle of a term', () => {
  const held = { refId: 'monday', on: '2026-10-26' };
  const before = { '2026-1-w09': [held] };

  test('what was held before the change counts in the window that takes its place', () => {
    const after = recounted(before, windowsWith([weekly, everyTwoWeeks]));
    const [id] = Object.keys(after);
    expect(id).toBe('2026-1-twow09');
    expect(after[id as string]).toEqual([held]);
    expect(changedWindows(before, after).sort()).toEqual(['2026-1-twow09', '2026-1-w09']);
  });

  test('counted again, nothing changes', () => {
    const windows = windowsWith([weekly, everyTwoWeeks]);
    const once = recounted(before, windows);
    expect(changedWindows(once, recounted(once, windows))).toEqual([]);
  });

  test('without a change nothing moves', () => {
    expect(changedWindows(before, recounted(before, windowsWith([weekly])))).toEqual([]);
  });

  test('a record outside every window stays where it was', () => {
    const lost = { '2026-1-w09': [{ refId: 'august', on: '2026-08-02' }] };
    expect(recounted(lost, windowsWith([weekly]))).toEqual(lost);
  });
});
