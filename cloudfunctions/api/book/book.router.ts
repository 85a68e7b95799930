import { BOOK_NAMES, BOOKS } from '../../../domain/book/book.schema';
import { termLabel } from '../../../domain/calendar/term';
import {
  REPORT_LEVELS,
  type ReportLevel,
} from '../../../domain/consultation/monthly-report.schema';
import { PLAN_LEVELS } from '../../../domain/school/plan-level';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { sayEdition } from '../../../domain/summary/say-summary';
import { type Caller, procedure, router } from '../procedure';
import { placesOf } from '../report-places';
import { readClasses, subjectOfClass } from '../roster.store';
import { classLabelOf } from '../school-names';
import { widestOf } from '../widest-place';
import { readArchivesOf, readSignedOf } from './book.store';

const OF_CLASS = BOOK_NAMES.filter((name) => BOOKS[name].of === 'class');

/** The books of a place, each with the levels that have one. */
const OF_PLACES = { monthlyReport: REPORT_LEVELS, termPlan: PLAN_LEVELS } as const;
const PLACE_BOOKS = Object.keys(OF_PLACES) as (keyof typeof OF_PLACES)[];

const WIDEST_FIRST: readonly ReportLevel[] = ['school', 'campus', 'division', 'class'];

/** What somebody may print of a place: of the school, of campuses, of divisions, of classes. */
function placesToPrint(ctx: Caller, classes: readonly SchoolClass[]) {
  const { school, access } = ctx;
  const places = placesOf(ctx, classes);
  return WIDEST_FIRST.flatMap((level) => places.filter((one) => one.level === level))
    .map(({ level, placeId, label, classId, divisionId }) => ({
      ...{ level, placeId, label },
      books: PLACE_BOOKS.filter(
        (name) =>
          level in OF_PLACES[name] &&
          access.may(BOOKS[name].action, {
            schoolId: school._id,
            divisionId: divisionId ?? undefined,
            classId: classId ?? undefined,
          }),
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
      places: placesToPrint(ctx, classes),
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
