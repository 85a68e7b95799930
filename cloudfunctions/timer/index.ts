/**
 * The one timer. The cloud allows one trigger a function, so it fires every ten minutes: the table
 * of jobs decides what is due, and what reminders have come to their moment go out.
 */
import { dayOf } from '../../domain/calendar/day';
import { readDueReminders } from '../api/reminder/reminder.store';
import { caller } from '../kernel/cloud';
import { readingTogether } from '../kernel/read-together';
import { readRuns, runDueJobs } from './run-due-jobs';
import { sendReminders } from './send-reminders';

/** Anybody can call any function by name (platform rule): only the cloud's own trigger may. */
export async function main(_event: unknown) {
  const { source } = caller();
  if (source !== 'wx_trigger') return { refused: true };
  const began = performance.now();
  const now = new Date();
  return readingTogether({ collection: 'timerRuns', id: dayOf(now) }, () => work(now, began));
}

async function work(now: Date, began: number) {
  // Almost every fire finds nothing: then this one request is all it costs.
  const [runs, due] = await Promise.all([readRuns(dayOf(now)), readDueReminders(now)]);
  const reports = await runDueJobs(now, runs);
  const hasRun = Object.keys(reports).length > 0;
  const sendReport = await sendReminders(now, began, hasRun ? await readDueReminders(now) : due);
  return sendReport ? { ...reports, sendReminders: sendReport } : reports;
}
