import { BOOK_NAMES, BOOKS } from '../../../domain/book/book.schema';
import { termLabel } from '../../../domain/calendar/term';
import { procedure, router } from '../procedure';
import { readClasses, subjectOfClass } from '../roster.store';
import { classLabelOf } from '../school-names';
import { readArchivesOf } from './book.store';

const OF_CLASS = BOOK_NAMES.filter((name) => BOOKS[name].of === 'class');

export const bookRouter = router({
  /** What somebody may print: the books of each class in reach, and archives that are not over. */
  list: procedure('book.read').query(async ({ ctx }) => {
    const { school, member, access, today } = ctx;
    access.authorize({ schoolId: school._id, memberId: member._id });
    const [classes, archives] = await Promise.all([
      // Whoever may print anything of a class may print its record book.
      readClasses(school._id, access.filterFor('consultation.export')),
      readArchivesOf(school._id, member._id, today),
    ]);
    const subjects = classes.map((one) => subjectOfClass(one) ?? { schoolId: one.schoolId });
    return {
      terms: school.terms.map((term) => ({ id: term.id, label: termLabel(term) })).reverse(),
      classes: classes.map((one, index) => ({
        id: one._id,
        label: classLabelOf(ctx, one),
        books: OF_CLASS.filter((name) =>
          access.may(BOOKS[name].action, subjects[index] ?? { schoolId: '' }),
        ),
      })),
      archives: archives.map(({ _id, termId, format, done, classIds, fileId, name }) => ({
        id: _id,
        termId,
        format,
        name,
        done,
        of: classIds.length,
        isReady: fileId !== null,
      })),
      may: {
        mentorNotes: access.filterFor('talk.export').length > 0,
        checkList: subjects.some((subject) => access.may('checkList.export', subject)),
        archive: subjects.some((subject) => access.may('ledgerArchive.export', subject)),
      },
    };
  }),
});
