import type { BookName } from '../../domain/book/book.schema';
import { summaryIdOf } from '../../domain/summary/summary.schema';
import { CAST_TERM, CLASSES, divisionIdOf, SCHOOL_ID, STUDENTS } from '../school/cast';
import { meetingIdOf } from '../school/consultations';

/** The school's bulletin of September, which the principal signed. */
const BULLETIN = summaryIdOf(`${CAST_TERM}-m09`, SCHOOL_ID, 1);
const CLASS = { classId: CLASSES.seven3, termId: CAST_TERM };

/** What each book is asked for, beside its format. */
export const BOOK_INPUTS: Record<BookName, object> = {
  classLedger: CLASS,
  consultationBook: CLASS,
  homeVisitForms: CLASS,
  familyActivities: CLASS,
  mentorNotes: { termId: CAST_TERM },
  monthlyReport: { month: '2026-10', level: 'school', placeId: SCHOOL_ID },
  termPlan: { level: 'division', placeId: divisionIdOf(7), termId: CAST_TERM },
  checkList: { termId: CAST_TERM },
  minutes: { consultationId: meetingIdOf(CLASSES.seven3, 'signed') },
  studentFile: { studentId: STUDENTS.firstChild._id },
  summary: { summaryId: BULLETIN },
};
