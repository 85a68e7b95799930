import { BookOfClass } from '../../../domain/book/book.schema';
import { classLabel } from '../../../domain/calendar/school-class';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import { AppError } from '../../../domain/errors';
import {
  readConsultationsOf,
  readHuddleLines,
  readItemsOf,
} from '../../api/consultation/record-book.store';
import { readClass, subjectOfClass } from '../../api/roster.store';
import { readTermPlan } from '../../api/term-plan/term-plan.store';
import type { Pages } from '../book-kind';
import type { Maker } from '../document-kind';
import { consultationBook } from './consultation-book';

/** The record book of a class and term. */
export async function makeConsultationBook(ctx: Maker, raw: unknown): Promise<Pages> {
  const { classId, termId } = BookOfClass.parse(raw);
  const { school, access } = ctx;
  const term = school.terms.find(({ id }) => id === termId);
  if (!term) throw new AppError('notFound');
  const days = { from: term.startsOn, to: term.endsOn };
  const [schoolClass, plan, meetings] = await Promise.all([
    readClass(classId),
    readTermPlan(termId, classId),
    readConsultationsOf(school._id, classId, days),
  ]);
  const why = access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');
  const held = meetings.filter(({ state }) => state !== 'cancelled');
  // More trips, once the rights are known: what was said is found by its meeting.
  const lines = await readHuddleLines(
    held.filter(({ kindId }) => kindId === 'huddle').map(({ _id }) => _id),
  );
  const isHuddle = ({ _id }: Consultation) =>
    lines.some(({ consultationId }) => consultationId === _id);
  const formal = held.filter((meeting) => !isHuddle(meeting));
  const items = await readItemsOf(
    school._id,
    formal.map(({ _id }) => _id),
  );
  return {
    of: { collection: 'consultations', documentId: classId, why },
    book: consultationBook({
      schoolName: school.name,
      classLabel: classLabel(schoolClass, term.schoolYear, school.stageSystem),
      term,
      schoolClass,
      plan,
      meetings: formal,
      items,
      huddles: held.filter(isHuddle),
      lines,
    }),
  };
}
