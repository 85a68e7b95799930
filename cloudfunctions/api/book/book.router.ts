import { BOOK_NAMES, BOOKS } from '../../../domain/book/book.schema';
import { termLabel } from '../../../domain/calendar/term';
import { REPORT_LEVELS } from '../../../domain/consultation/monthly-report.schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { sayEdition } from '../../../domain/summary/say-summary';
import { PLAN_LEVELS } from '../../../domain/term-plan/term-plan.schema';
import { type Caller, procedure, router } from '../procedure';
import { readClasses, subjectOfClass } from '../roster.store';
import { classLabelOf, divisionLabelsOf } from '../school-names';
import { widestOf } from '../widest-place';
import { readArchivesOf, readSignedOf } from './book.store';

const OF_CLASS = BOOK_NAMES.filter((name) => BOOKS[name].of === 'class');

/** The books of a place, each with the levels that have one. */
const OF_PLACES = { monthlyReport: REPORT_LEVELS, termPlan: PLAN_LEVELS } as const;
const PLACE_BOOKS = Object.keys(OF_PLACES) as (keyof typeof OF_PLACES)[];

/** What somebody may print of a place: of the school, of campuses, of divisions, of classes. */
function placesOf(ctx: Caller, classes: readonly SchoolClass[]) {
  const { school, access } = ctx;
  const schoolId = school._id;
  const { campuses } = school.structure;
  const labels = divisionLabelsOf(ctx, classes);
  const places = [
    { level: 'school' as const, placeId: schoolId, label: '全校', subject: { schoolId } },
    ...(campuses.length > 1 ? campuses : []).map(({ id, label }) => ({
      level: 'campus' as const,
      placeId: id,
      label,
      subject: { schoolId },
    })),
    ...[...new Set(classes.map(({ divisionId }) => divisionId))].map((divisionId) => ({
      level: 'division' as const,
      placeId: divisionId,
      label: labels.get(divisionId) ?? '',
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
    .map(({ subject, ...place }) => ({
      ...place,
      books: PLACE_BOOKS.filter(
        (name) => place.level in OF_PLACES[name] && access.may(BOOKS[name].action, subject),
      ),
    }))
    .filter(({ books }) => books.length > 0);
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
      widest === '' ? [] : readSignedOf(school._id, widest),
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
      places: placesOf(ctx, classes),
      // Those of the widest place; others are printed where they are read.
      summaries: summaries.map((summary) => ({ id: summary._id, label: sayEdition(summary) })),
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
