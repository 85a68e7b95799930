import { BookOfClass } from '../../../domain/book/book.schema';
import { classLabel } from '../../../domain/calendar/school-class';
import { AppError } from '../../../domain/errors';
import { readEntriesOfClass, readLedger } from '../../api/class-ledger/class-ledger.store';
import { readClass, readClassStudents, subjectOfClass } from '../../api/roster.store';
import type { Pages } from '../book-kind';
import type { Maker } from '../document-kind';
import { classLedgerBook } from './class-ledger-book';

/** The ledger of a class and term. */
export async function makeClassLedger(ctx: Maker, raw: unknown): Promise<Pages> {
  const { classId, termId } = BookOfClass.parse(raw);
  const { school, access } = ctx;
  const term = school.terms.find((candidate) => candidate.id === termId);
  if (!term) throw new AppError('notFound');
  const [schoolClass, ledger, roster, entries] = await Promise.all([
    readClass(classId),
    readLedger(termId, classId),
    readClassStudents(school._id, classId),
    readEntriesOfClass(school._id, classId, [termId]),
  ]);
  const why = access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');
  return {
    of: { collection: 'classLedgers', documentId: ledger?._id ?? classId, why },
    book: classLedgerBook({
      schoolName: school.name,
      classLabel: classLabel(schoolClass, term.schoolYear, school.stageSystem),
      term,
      schoolClass,
      ledger,
      roster,
      entries,
      categories: school.ledgerCategories,
    }),
  };
}
