import { clearLeftovers } from './clear-leftovers';
import { clearPhotos } from './clear-photos';
import { countSchoolYear } from './count-school-year';
import { followStudents } from './follow-students';
import { gatherReminders } from './gather-reminders';
import { keepRetention } from './keep-retention';
import { makeSummaries } from './make-summaries';
import { recountDuties } from './recount-duties';
import { recountLedgers } from './recount-ledgers';

/** A job of the timer. Runs may repeat (the cloud fires more than once), so jobs can be repeated. */
export interface Job {
  name: string;
  /** At which hour of the day in Asia/Shanghai it becomes due. */
  hour: number;
  /** With it, it becomes due again every hour up to this one; without it, once a day. */
  untilHour?: number;
  /** Work until done; the report is stored with the run. Must finish well within a minute. */
  run(now: Date): Promise<Record<string, number>>;
}

/** Everything that happens by itself, at its hour. */
export const JOBS: readonly Job[] = [
  { name: 'keepRetention', hour: 2, run: keepRetention },
  { name: 'recountLedgers', hour: 3, run: recountLedgers },
  { name: 'recountDuties', hour: 3, run: recountDuties },
  { name: 'followStudents', hour: 4, run: followStudents },
  { name: 'clearPhotos', hour: 4, run: clearPhotos },
  { name: 'makeSummaries', hour: 4, run: makeSummaries },
  // Hourly, for what is planned in the course of the day.
  { name: 'gatherReminders', hour: 6, untilHour: 20, run: gatherReminders },
  { name: 'countSchoolYear', hour: 5, run: countSchoolYear },
  { name: 'clearLeftovers', hour: 5, run: clearLeftovers },
];
