import { addDays, type Day, laterOf } from '../../../domain/calendar/day';
import { calendarOf } from '../../../domain/calendar/school-calendar';
import { classLabel, gradeLabel } from '../../../domain/calendar/school-class';
import type { Term } from '../../../domain/calendar/term';
import { type DutyInWindow, dutyWindows } from '../../../domain/regulation/regulation';
import {
  MAX_CLASS_SIZE,
  type SchoolClass,
  type Student,
} from '../../../domain/school/roster.schema';
import type { School } from '../../../domain/school/school.schema';
import type {
  ClassTally,
  PlaceName,
  Summary,
  SummaryFacts,
  UnseenStudent,
} from '../../../domain/summary/summary.schema';
import type { SummaryPeriod } from '../../../domain/summary/summary-period.rules';
import {
  countWork,
  dueIn,
  joinDuties,
  joinWork,
  standingIdsOf,
  tallyDuties,
} from '../../../domain/summary/tally.rules';
import { daysSinceSeen } from '../../../domain/talk/talk.rules';
import type { TimelineItem } from '../../../domain/timeline/timeline.schema';
import { command } from '../../kernel/cloud';
import { oneOf, readMany } from '../../kernel/database';
import type { StandingCount } from '../../kernel/settle';
import { readSince } from './summary.store';

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

const MAX_COUNTERS = 500;

/** How many records some duties have, by the ids of their counters; one request. */
export async function readCounts(schoolId: string, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const counters = await readMany<StandingCount>('standings', {
    where: { schoolId, _id: oneOf(ids.slice(0, MAX_COUNTERS)) },
    fields: ['count'],
    limit: MAX_COUNTERS,
  });
  return new Map(counters.map(({ _id, count }) => [_id, count]));
}

/** A class whose students have more notes in a month than this is counted up to here. */
const MAX_WORK = 1000;

/** What of a note is counted; what was said stays where it is. */
const COUNTED = ['studentId', 'kind', 'voidedAt'];

/** The notes of a class in the timeline between two days. */
const readWork = (schoolId: string, classId: string, { from, to }: { from: Day; to: Day }) =>
  readMany<Pick<TimelineItem, '_id' | 'studentId' | 'kind' | 'voidedAt'>>('timeline', {
    where: {
      schoolId,
      classId,
      at: command.and([
        command.gte(new Date(`${from}T00:00:00+08:00`)),
        command.lte(new Date(`${to}T23:59:59+08:00`)),
      ]),
    },
    fields: COUNTED,
    limit: MAX_WORK,
  });

/** Those of a class whom nobody has talked with for longer than the school's interval. */
function readUnseenOf({ school, term, today }: Counting, classId: string) {
  const until = laterOf(
    addDays(today, -school.mentoring.talkEveryDays),
    addDays(term.startsOn, -1),
  );
  return readMany<Pick<Student, '_id' | 'name' | 'lastTalkOn'>>('students', {
    where: command.and([
      { schoolId: school._id, classId, status: 'enrolled' },
      command.or([{ lastTalkOn: null }, { lastTalkOn: command.lte(until) }]),
    ]),
    fields: ['name', 'lastTalkOn'],
    orderBy: [['lastTalkOn', 'asc']],
    limit: MAX_CLASS_SIZE,
  });
}

const MAX_LATE = 60;

/** How many resolutions of a class are over their day. */
async function countLate({ school, today }: Counting, classId: string): Promise<number> {
  const late = await readMany<{ _id: string }>('resolutions', {
    where: { schoolId: school._id, placeId: classId, isOpen: true, dueOn: command.lt(today) },
    fields: ['dueOn'],
    limit: MAX_LATE,
  });
  return late.length;
}

/** The work of a class in the period; that of a term is put together from its months. */
async function readWorkOf(counting: Counting, classId: string) {
  const { school, term, period } = counting;
  if (period.kind !== 'term') {
    const work = await readWork(school._id, classId, period);
    return countWork(work.map((item) => ({ ...item, isVoided: item.voidedAt !== null })));
  }
  const made = await readSince(school._id, [classId], term.startsOn);
  const months = made.filter(({ periodKind }) => periodKind === 'month');
  return joinWork(
    months.flatMap(({ classes }) => classes),
    0,
  );
}

/**
 * What a class did in a period. Four requests at once, none of which grows with the school.
 */
export async function readClassFacts(
  counting: Counting,
  schoolClass: SchoolClass,
): Promise<SummaryFacts> {
  const { school, term, period, windows, today } = counting;
  const { _id: classId, divisionId, homeroomTeacherName, studentCount } = schoolClass;
  const [counts, work, students, lateResolutions] = await Promise.all([
    readCounts(school._id, standingIdsOf(windows, 'class', classId)),
    readWorkOf(counting, classId),
    readUnseenOf(counting, classId),
    countLate(counting, classId),
  ]);
  const unseen = students.map(
    ({ _id, name, lastTalkOn }): UnseenStudent => ({
      studentId: _id,
      name,
      daysSince: daysSinceSeen({ lastTalkOn }, today, term),
    }),
  );
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
export async function readJoinedFacts(
  counting: Counting,
  of: { level: 'division' | 'school'; placeId: string },
  roster: readonly SchoolClass[],
  made: readonly Pick<Summary, 'classId' | keyof SummaryFacts>[],
): Promise<SummaryFacts> {
  const { school, windows, today } = counting;
  const divisions = divisionsOf(counting, roster);
  const own = [
    ...divisions.map(({ placeId }) => ({ level: 'division' as const, placeId })),
    ...(of.level === 'school' ? [{ level: 'school' as const, placeId: school._id }] : []),
  ];
  const counts = await readCounts(
    school._id,
    own.flatMap(({ level, placeId }) => standingIdsOf(windows, level, placeId)),
  );
  // In the order of the roster: nobody is first or last by what they did.
  const inOrder = roster.flatMap(({ _id }) => made.filter(({ classId }) => classId === _id));
  return {
    classes: inOrder.flatMap(({ classes }) => classes),
    divisions,
    duties: joinDuties([
      ...inOrder.map(({ duties }) => duties),
      ...own.map(({ level, placeId }) => tallyDuties(windows, level, placeId, counts, today)),
    ]),
    unseen: [],
  };
}
