import type { Day } from '../calendar/day';
import { calendarOf } from '../calendar/school-calendar';
import { classLabel, gradeLabel, gradeOf } from '../calendar/school-class';
import type { Term } from '../calendar/term';
import { type DutyInWindow, dutyWindows } from '../regulation/regulation';
import type { SchoolClass } from '../school/roster.schema';
import type { School } from '../school/school.schema';
import type { ClassTally, PlaceName, Summary, SummaryFacts, UnseenStudent } from './summary.schema';
import type { SummaryPeriod } from './summary-period.rules';
import { dueIn, joinDuties, tallyDuties } from './tally.rules';

/** What is counted, and as of when; one for all places of a school. */
export interface Counting {
  school: School;
  term: Term;
  period: SummaryPeriod;
  /** The duties of places that fall due in the period. */
  windows: DutyInWindow[];
  today: Day;
}

export function countingOf(
  school: School,
  { term, period }: { term: Term; period: SummaryPeriod },
  today: Day,
): Counting {
  const calendar = calendarOf(school.calendar, school.terms);
  const windows = dueIn(dutyWindows(school.regulationHistory, term, calendar), period);
  return { school, term, period, windows, today };
}

/** The classes that are at the school in the term; those that graduated owe nothing any more. */
export const attending = (
  { school, term }: Pick<Counting, 'school' | 'term'>,
  classes: readonly SchoolClass[],
): SchoolClass[] =>
  classes.filter((one) => gradeOf(one, term.schoolYear, school.stageSystem) !== null);

/** What was read of a class. */
export interface ClassWork {
  /** By the ids of the duties' counters. */
  counts: ReadonlyMap<string, number>;
  work: Pick<ClassTally, 'seen' | 'talks' | 'homeVisits' | 'forms'>;
  unseen: UnseenStudent[];
  lateResolutions: number;
}

/** What a class did in a period. */
export function classFacts(
  { school, term, period, windows, today }: Counting,
  schoolClass: SchoolClass,
  { counts, work, unseen, lateResolutions }: ClassWork,
): SummaryFacts {
  const { _id: classId, divisionId, homeroomTeacherName, studentCount } = schoolClass;
  const never = unseen.filter(({ daysSince }) => daysSince === null).length;
  const tally: ClassTally = {
    classId,
    divisionId,
    label: classLabel(schoolClass, term.schoolYear, school.stageSystem),
    homeroomTeacher: homeroomTeacherName,
    students: studentCount,
    ...work,
    // Whoever was never seen in the term is all that a term needs to know.
    ...(period.kind === 'term' && { seen: Math.max(0, studentCount - never) }),
    unseen: unseen.length,
    lateResolutions,
  };
  return {
    classes: [tally],
    divisions: [],
    duties: tallyDuties(windows, 'class', classId, counts, today),
    unseen,
  };
}

/** The divisions of some classes, in the order of the roster, as people call them. */
export function divisionsOf(
  { school, term }: Pick<Counting, 'school' | 'term'>,
  classes: readonly SchoolClass[],
): PlaceName[] {
  const first = new Map([...classes].reverse().map((one) => [one.divisionId, one]));
  return [...new Set(classes.map(({ divisionId }) => divisionId))].map((placeId) => ({
    placeId,
    label: gradeLabel(first.get(placeId) as SchoolClass, term.schoolYear, school.stageSystem),
  }));
}

/** A division's or the school's facts: those of its classes, and what is owed at its own level. */
export function joinedFacts(
  counting: Counting,
  level: 'division' | 'school',
  roster: readonly SchoolClass[],
  made: readonly Pick<Summary, 'classId' | keyof SummaryFacts>[],
  counts: ReadonlyMap<string, number>,
): SummaryFacts {
  const { school, windows, today } = counting;
  const divisions = divisionsOf(counting, roster);
  const own = [
    ...divisions.map(({ placeId }) => ({ level: 'division' as const, placeId })),
    ...(level === 'school' ? [{ level: 'school' as const, placeId: school._id }] : []),
  ];
  // In the order of the roster: nobody is first or last by what they did.
  const inOrder = roster.flatMap(({ _id }) => made.filter(({ classId }) => classId === _id));
  return {
    classes: inOrder.flatMap(({ classes }) => classes),
    divisions,
    duties: joinDuties([
      ...inOrder.map(({ duties }) => duties),
      ...own.map((place) => tallyDuties(windows, place.level, place.placeId, counts, today)),
    ]),
    unseen: [],
  };
}
