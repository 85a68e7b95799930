import { BookOfMeeting } from '../../../domain/book/book.schema';
import { calendarOf } from '../../../domain/calendar/school-calendar';
import { sayWeek } from '../../../domain/calendar/school-week';
import { readConsultation, readItems } from '../../api/consultation/consultation.store';
import { readReviewed } from '../../api/consultation/resolution.store';
import type { Pages } from '../book-kind';
import type { Maker } from '../document-kind';
import { minutesBook } from './minutes-book';

/** The minutes of a meeting. */
export async function makeMinutes(ctx: Maker, raw: unknown): Promise<Pages> {
  const { consultationId } = BookOfMeeting.parse(raw);
  const { school, access } = ctx;
  const [meeting, items, reviewed] = await Promise.all([
    readConsultation(consultationId),
    readItems(school._id, consultationId),
    readReviewed(school._id, consultationId),
  ]);
  const why = access.authorize(
    meeting && {
      schoolId: meeting.schoolId,
      divisionId: meeting.divisionId ?? undefined,
      classId: meeting.classId ?? undefined,
    },
  );
  if (!meeting) throw new Error('authorized without a meeting');
  const term = school.terms.find(({ id }) => id === meeting.termId) ?? null;
  const week = sayWeek(term, meeting.on, calendarOf(school.calendar, school.terms));
  return {
    of: { collection: 'consultations', documentId: meeting._id, why },
    book: minutesBook({ schoolName: school.name, week, meeting, items, reviewed }),
  };
}
