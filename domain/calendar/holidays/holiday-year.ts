import type { Day } from '../day';

/** Days off with their name, both ends inclusive. */
export interface Holiday {
  label: string;
  from: Day;
  to: Day;
}

/** The holidays and make-up working days of one calendar year, as the State Council announced. */
export interface HolidayYear {
  year: number;
  /** The notice it was read from. */
  source: string;
  holidays: readonly Holiday[];
  /** Saturdays and Sundays that are worked. */
  makeUpDays: readonly Day[];
}
