/**
 * The one timer. The cloud allows one trigger a function, so it fires every ten minutes and the
 * table of jobs decides what is due.
 */
import { caller } from '../kernel/cloud';
import { runDueJobs } from './run-due-jobs';

/** Anybody can call any function by name (platform rule): only the cloud's own trigger may. */
export async function main(_event: unknown) {
  const { source } = caller();
  if (source !== 'wx_trigger') return { refused: true };
  return runDueJobs(new Date());
}
