/**
 * The one timer. The cloud allows one trigger a function, so it fires every five minutes: the table
 * of jobs decides what is due, and what reminders have come to their moment go out.
 */
import { caller } from '../kernel/cloud';
import { runDueJobs } from './run-due-jobs';
import { sendReminders } from './send-reminders';

/** Anybody can call any function by name (platform rule): only the cloud's own trigger may. */
export async function main(_event: unknown) {
  const { source } = caller();
  if (source !== 'wx_trigger') return { refused: true };
  const began = performance.now();
  const now = new Date();
  const reports = await runDueJobs(now);
  const sendReport = await sendReminders(now, began);
  return sendReport ? { ...reports, sendReminders: sendReport } : reports;
}
