import { clearPhotos } from './clear-photos';
import { makeSummaries } from './make-summaries';
import { recountLedgers } from './recount-ledgers';

/** A job of the timer. Runs may repeat (the cloud fires more than once), so jobs can be repeated. */
export interface Job {
  name: string;
  /** At which hour of the day in Asia/Shanghai it becomes due, once a day. */
  hour: number;
  /** Work until done; the report is stored with the run. Must finish well within a minute. */
  run(now: Date): Promise<Record<string, number>>;
}

/** Everything that happens by itself. */
export const JOBS: readonly Job[] = [
  { name: 'recountLedgers', hour: 3, run: recountLedgers },
  { name: 'clearPhotos', hour: 4, run: clearPhotos },
  { name: 'makeSummaries', hour: 4, run: makeSummaries },
];
