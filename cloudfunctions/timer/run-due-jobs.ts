import { type Day, dayOf, timeOf } from '../../domain/calendar/day';
import { readOne } from '../kernel/database';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { JOBS, type Job } from './jobs';

interface TimerRun {
  startedAt: Date;
  finishedAt: Date | null;
  report: Record<string, number>;
}

/** All runs of a day in one document: a fire of the timer reads one thing to know what is due. */
export interface TimerDay {
  /** The day. */
  _id: Day;
  /** Job, or job and hour → its run. */
  runs: Record<string, TimerRun>;
}

/** A run that began this long ago and never finished was killed; it is taken up again. */
const ABANDONED_AFTER_MS = 15 * 60_000;

/** Which run of a job is due at an hour: `recountLedgers`, `gatherReminders-14`; null for none. */
function runDueAt({ name, hour, untilHour }: Job, now: number): string | null {
  if (now < hour) return null;
  return untilHour === undefined ? name : `${name}-${Math.min(now, untilHour)}`;
}

const isFree = (run: TimerRun | undefined, now: Date): boolean =>
  run === undefined ||
  (run.finishedAt === null &&
    now.getTime() - new Date(run.startedAt).getTime() >= ABANDONED_AFTER_MS);

const readDay = async (tx: Transaction, day: Day): Promise<TimerDay> =>
  (await tx.get<TimerDay>('timerRuns', day)) ?? { _id: day, runs: {} };

/** Take a run: two timers at once cannot both, for both write the day's document. */
const claim = (day: Day, key: string, now: Date): Promise<boolean> =>
  inTransaction(async (tx) => {
    const { runs } = await readDay(tx, day);
    if (!isFree(runs[key], now)) return false;
    const run: TimerRun = { startedAt: now, finishedAt: null, report: {} };
    await tx.put<TimerDay>('timerRuns', { _id: day, runs: { ...runs, [key]: run } });
    return true;
  });

const finish = (day: Day, key: string, run: TimerRun): Promise<void> =>
  inTransaction(async (tx) => {
    const { runs } = await readDay(tx, day);
    await tx.put<TimerDay>('timerRuns', { _id: day, runs: { ...runs, [key]: run } });
  });

/** What has run on a day. One request. */
export const readRuns = async (day: Day): Promise<TimerDay['runs']> =>
  (await readOne<TimerDay>('timerRuns', day))?.runs ?? {};

/**
 * Run what is due and not yet done today.
 *
 * @param known what had run when this fire began; whoever takes a run looks again
 * @returns what was done, by job
 */
export async function runDueJobs(
  now: Date,
  known: TimerDay['runs'],
): Promise<Record<string, Record<string, number>>> {
  const day = dayOf(now);
  const hour = Number(timeOf(now).slice(0, 2));
  const reports: Record<string, Record<string, number>> = {};
  for (const job of JOBS) {
    const key = runDueAt(job, hour);
    if (key === null || !isFree(known[key], now) || !(await claim(day, key, now))) continue;
    const report = await job.run(now);
    await finish(day, key, { startedAt: now, finishedAt: new Date(), report });
    reports[job.name] = report;
  }
  return reports;
}
