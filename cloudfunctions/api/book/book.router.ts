import { BOOK_NAMES, BOOKS } from '../../../domain/book/book.schema';
import { gradeLabel } from '../../../domain/calendar/school-class';
import { termLabel } from '../../../domain/calendar/term';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { sayEdition } from '../../../domain/summary/say-summary';
import { type Caller, procedure, router } from '../procedure';
import { readClasses, subjectOfClass } from '../roster.store';
import { classLabelOf, schoolYearOf } from '../school-names';
import { readSummariesOf } from '../summary/summary.store';
import { widestOf } from '../summary/widest-place';
import { readArchivesOf } from './book.store';

const OF_CLASS = BOOK_NAMES.filter((name) => BOOKS[name].of === 'class');

/** Whose monthly reports somebody may print: the school's, then divisions', then classes'. */
function reportPlaces(ctx: Caller, classes: readonly SchoolClass[]) {
  const { school, access } = ctx;
  const schoolId = school._id;
  const divisions = new Map(classes.map((one) => [one.divisionId, one]));
  const places = [
    { level: 'school' as const, placeId: schoolId, label: '全校', subject: { schoolId } },
    ...[...divisions].map(([divisionId, one]) => ({
      level: 'division' as const,
      placeId: divisionId,
      label: gradeLabel(one, schoolYearOf(ctx), school.stageSystem),
      subject: { schoolId, divisionId },
    })),
    ...classes.map((one) => ({
      level: 'class' as const,
      placeId: one._id,
      label: classLabelOf(ctx, one),
      subject: { schoolId, divisionId: one.divisionId, classId: one._id },
    })),
  ];
  return places
    .filter(({ subject }) => access.may('monthlyReport.export', subject))
    .map(({ level, placeId, label }) => ({ level, placeId, label }));
}

export const bookRouter = router({
  /** What somebody may print: the books of each class in reach, and archives that are not over. */
  list: procedure('book.read').query(async ({ ctx }) => {
    const { school, member, access, today } = ctx;
    access.authorize({ schoolId: school._id, memberId: member._id });
    const widest = widestOf(school._id, access.filterFor('summary.export'));
    const [classes, archives, summaries] = await Promise.all([
      // Whoever may print anything of a class may print its record book.
      readClasses(school._id, access.filterFor('consultation.export')),
      readArchivesOf(school._id, member._id, today),
      widest === '' ? [] : readSummariesOf(school._id, widest),
    ]);
    const subjects = classes.map((one) => subjectOfClass(one) ?? { schoolId: one.schoolId });
    return {
      // Those that have begun, the latest first.
      terms: school.terms
        .filter(({ startsOn }) => startsOn <= today)
        .sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))
        .map((term) => ({ id: term.id, label: termLabel(term) })),
      classes: classes.map((one, index) => ({
        id: one._id,
        label: classLabelOf(ctx, one),
        books: OF_CLASS.filter((name) =>
          access.may(BOOKS[name].action, subjects[index] ?? { schoolId: '' }),
        ),
      })),
      reportPlaces: reportPlaces(ctx, classes),
      // Those of the widest place that are signed, of the latest twenty; others are printed where they are read.
      summaries: summaries
        .filter(({ signedAt }) => signedAt !== null)
        .map((summary) => ({ id: summary._id, label: sayEdition(summary) })),
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
