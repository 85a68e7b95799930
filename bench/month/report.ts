import { MONTHLY_CALLS } from '../../local-cloud/meter/meter';
import type { Charges, HabitCost, PlayedMonth } from './play';

/** What the basic package holds besides calls: memory × time of functions. */
const MONTHLY_GB_SECONDS = 100_000;
const DEAREST = 10;

const sumOf = ({ runs, reads, writes, files }: Charges) => runs + reads + writes + files;
const whole = (value: number) => Math.round(value).toLocaleString('en');
const share = (part: number, of: number) => `${((100 * part) / of).toFixed(0)} %`;

const lineOf = ({ habit, events, charges, billedEach, msEach, trips, refused }: HabitCost) =>
  [
    habit.screen.padEnd(16, '　'),
    whole(events).padStart(8),
    billedEach.toFixed(1).padStart(7),
    whole(sumOf(charges)).padStart(9),
    whole(msEach).padStart(6),
    String(trips).padStart(6),
    refused > 0 ? `  ${refused} refused` : '',
  ].join(' ');

/** Whether the month fits, and what it is made of. */
export function reportOf({ habits, timer }: PlayedMonth): { text: string; fits: boolean } {
  const total = [...habits, timer].reduce(
    (sum, { charges }) => ({
      runs: sum.runs + charges.runs,
      reads: sum.reads + charges.reads,
      writes: sum.writes + charges.writes,
      files: sum.files + charges.files,
    }),
    { runs: 0, reads: 0, writes: 0, files: 0 },
  );
  const billed = sumOf(total);
  const gbSeconds = [...habits, timer].reduce((sum, one) => sum + one.gbSeconds, 0);
  const dearest = [...habits].sort((a, b) => sumOf(b.charges) - sumOf(a.charges));
  const [first] = dearest;
  const fits = billed <= MONTHLY_CALLS && gbSeconds <= MONTHLY_GB_SECONDS;
  const text = [
    'A month of a school of 2,000 students, 150 staff and 2,400 guardians',
    '',
    'who does it            events  billed  of month    ms  trips',
    ...habits.map(lineOf),
    `the timer, ${timer.fires} fires a day: ${whole(sumOf(timer.charges))}`,
    '',
    'why so often',
    ...habits.map(({ habit }) => `  ${habit.screen}: ${habit.each}, ${habit.because}`),
    '',
    'the dearest screens',
    ...dearest
      .slice(0, DEAREST)
      .map((one) => `  ${one.habit.screen} ${share(sumOf(one.charges), billed)}`),
    '',
    `function runs ${whole(total.runs)}, reads ${whole(total.reads)}, writes ${whole(total.writes)}, files ${whole(total.files)}`,
    `${whole(billed)} of ${whole(MONTHLY_CALLS)} calls: ${share(billed, MONTHLY_CALLS)}`,
    `${whole(gbSeconds)} of ${whole(MONTHLY_GB_SECONDS)} GB seconds: ${share(gbSeconds, MONTHLY_GB_SECONDS)}`,
    fits ? 'It fits the package.' : `It does not fit: ${first?.habit.screen} must change.`,
  ].join('\n');
  return { text, fits };
}
