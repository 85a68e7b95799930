import { dayOf, timeOf } from '../../domain/calendar/day';
import { db } from '../kernel/cloud';
import { readOne, writeOne } from '../kernel/database';
import { JOBS, type Job } from './jobs';

interface TimerRun {
  _id: string;
  startedAt: Date;
  finishedAt: Date | null;
  report: Record<string, number>;
}

/** One run a job and day: two timers at once cannot both begin it. */
const runIdOf = (job: Job, now: Date) => `${job.name}~${dayOf(now)}`;

const isDue = (job: Job, now: Date): boolean => Number(timeOf(now).slice(0, 2)) >= job.hour;

/** A run that began this long ago and never finished was killed; it is taken up again. */
const ABANDONED_AFTER_MS = 15 * 60_000;

async function claim(job: Job, now: Date): Promise<boolean> {
  const id = runIdOf(job, now);
  const earlier = await readOne<TimerRun>('timerRuns', id);
  if (earlier) {
    const age = now.getTime() - new Date(earlier.startedAt).getTime();
    if (earlier.finishedAt || age < ABANDONED_AFTER_MS) return false;
    await writeOne<TimerRun>('timerRuns', { ...earlier, startedAt: now });
    return true;
  }
  try {
    await db
      .collection('timerRuns')
      .add({ data: { _id: id, startedAt: now, finishedAt: null, report: {} } });
    return true;
  } catch {
    // Somebody else added it a moment ago.
    return false;
  }
}

/** Run what is due and not yet done today; says what was done. */
export async function runDueJobs(now: Date): Promise<Record<string, Record<string, number>>> {
  const reports: Record<string, Record<string, number>> = {};
  for (const job of JOBS) {
    if (!isDue(job, now) || !(await claim(job, now))) continue;
    const report = await job.run(now);
    await writeOne<TimerRun>('timerRuns', {
      _id: runIdOf(job, now),
      startedAt: now,
      finishedAt: new Date(),
      report,
    });
    reports[job.name] = report;
  }
  return reports;
}
