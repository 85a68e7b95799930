import { addDays, type Day, sayDay } from '../calendar/day';
import { isSchoolDay, type SchoolCalendar } from '../calendar/school-calendar';
import { markOf } from './mark';
import type { Check, Reminder, ReminderKind, ReminderLine } from './reminder.schema';

/** Whom a reminder concerns, for those who may see who was not reached. */
export type About = Pick<
  Reminder,
  'aboutId' | 'classId' | 'divisionId' | 'studentId' | 'studentName'
>;

/** Something one person is to be reminded of today. */
export interface Due extends ReminderLine {
  kind: ReminderKind;
  /** The record it is about, and the day that it is due: with the person, one reminder. */
  subjectId: string;
  dueOn: Day;
  memberId: string;
  /** Of a message of its own: what it says, when at the earliest, and until when it makes sense. */
  parts: Reminder['parts'];
  at: Date | null;
  until: Date | null;
  about: About;
}

/** What the rules look at beside the records. */
export interface Occasion {
  today: Day;
  calendar: SchoolCalendar;
}

export const ABOUT_NOBODY: About = {
  aboutId: null,
  classId: null,
  divisionId: null,
  studentId: null,
  studentName: null,
};

/** A break is no longer than this: what is due in it is said before it begins. */
export const LONGEST_BREAK = 50;

/** The day on which a thing due on `day` is said: that day, or the last school day before it. */
export function lastSchoolDay(calendar: SchoolCalendar, day: Day): Day {
  for (let back = 0; back <= LONGEST_BREAK; back += 1) {
    const candidate = addDays(day, -back);
    // In a year whose holidays are not published every day may be one of lessons.
    if (isSchoolDay(calendar, candidate) !== false) return candidate;
  }
  return day;
}

export const check = (collection: Check['collection'], document: { _id: string }): Check => ({
  collection,
  id: document._id,
  mark: markOf(collection, document),
});

/** A small thing: one line in the digest of the day. */
export const smallDue = (
  line: Pick<Due, 'kind' | 'subjectId' | 'dueOn' | 'memberId' | 'text' | 'page' | 'checks'>,
): Due => ({ ...line, parts: {}, at: null, until: null, about: ABOUT_NOBODY });

/** 今天 16:10, 周一. */
export const sayMoment = (day: Day, time: string | null, today: Day): string =>
  time === null ? sayDay(day, today) : `${sayDay(day, today)} ${time}`;
