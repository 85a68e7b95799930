import { MONTHLY_CALLS } from '../../local-cloud/meter/meter';
import type { CostRow } from './measure';

/** A screen or a save: procedures that go in one call, and how often a month. */
interface Habit {
  what: string;
  people: number;
  timesAMonth: number;
  calls: readonly string[];
}

const SCHOOL_DAYS = 22;

/** A school of 2,000 students, 150 staff and 2,400 guardians in a busy month. */
const HABITS: readonly Habit[] = [
  {
    what: 'staff open 今天, twice a school day',
    people: 150,
    timesAMonth: 2 * SCHOOL_DAYS,
    calls: ['me.byId', 'today.list', 'careDuty.list', 'familyVoiceDuty.list'],
  },
  {
    what: 'staff look up a student, once a school day',
    people: 150,
    timesAMonth: SCHOOL_DAYS,
    calls: ['student.list', 'student.byId', 'ledgerEntry.byId', 'timeline.list'],
  },
  {
    what: 'homeroom teachers open their ledger, weekly',
    people: 45,
    timesAMonth: 5,
    calls: ['classLedger.byId'],
  },
  {
    what: 'homeroom teachers write a whole class of lines',
    people: 45,
    timesAMonth: 45,
    calls: ['ledgerEntry.revise'],
  },
  {
    what: 'mentors add a line on each of eight mentees',
    people: 150,
    timesAMonth: 8,
    calls: ['ledgerContribution.record'],
  },
  { what: 'sealed notes opened', people: 150, timesAMonth: 2, calls: ['sealedNote.byId'] },
  {
    what: 'guardians open the mini-program, weekly',
    people: 2_400,
    timesAMonth: 4,
    calls: ['me.byId@guardian', 'today.list@guardian'],
  },
  {
    what: 'guardians open their child’s file, weekly',
    people: 2_400,
    timesAMonth: 4,
    calls: ['student.byId', 'timeline.list@guardian', 'correctionRequest.list'],
  },
];

/** The run of the function and the reading of who calls: paid once, however many go together. */
const SHARED = 2;

/**
 * The timer fires every five minutes: a run, a look at the day's jobs and one at what is to be
 * sent. Fifteen times a day it asks eight kinds of records what is due.
 */
const TIMER = 31 * (24 * 12 * 3 + 15 * 8);

/** The billed calls of that month, line by line, against what the basic package holds. */
export function month(rows: readonly CostRow[]): string {
  const billed = new Map(
    rows.filter(({ size }) => size === 'school2000').map((row) => [row.procedure, row.billed]),
  );
  const each = ({ calls }: Habit) =>
    calls.reduce((sum, name) => sum + (billed.get(name) ?? 0) - SHARED, SHARED);
  const lines = HABITS.map((habit) => {
    const times = habit.people * habit.timesAMonth;
    return { what: habit.what, sum: `${times} × ${each(habit)}`, total: times * each(habit) };
  });
  lines.push({ what: 'the timer', sum: '', total: TIMER });
  const total = lines.reduce((sum, line) => sum + line.total, 0);
  const share = Math.round((100 * total) / MONTHLY_CALLS);
  const print = ({ what, sum, total: calls }: (typeof lines)[number]) =>
    `  ${what.padEnd(50)}${sum.padStart(12)}${String(calls).padStart(9)}`;
  return [
    'A busy month of a school of 2,000 students, 150 staff and 2,400 guardians:',
    ...lines.map(print),
    `  ${total} of ${MONTHLY_CALLS} calls that the basic package holds: ${share} %`,
  ].join('\n');
}
