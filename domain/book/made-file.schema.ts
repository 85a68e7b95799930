import type { Day } from '../calendar/day';

/** A file that was made to be taken away: it lies in storage for a few days. */
export interface MadeFile {
  /** Part of its path: nobody can guess it. */
  _id: string;
  schemaVersion: number;
  schoolId: string;
  fileId: string;
  /** The day on which it is deleted, and this with it. */
  clearOn: Day;
}
