import type { Subject } from '../../../domain/access/scopes';
import { calendarOf } from '../../../domain/calendar/school-calendar';
import { AppError } from '../../../domain/errors';
import {
  attending,
  type Counting,
  classFacts,
  countingOf,
  divisionsOf,
  joinedFacts,
} from '../../../domain/summary/facts.rules';
import type { SummaryFacts, SummaryLevel } from '../../../domain/summary/summary.schema';
import { periodById } from '../../../domain/summary/summary-period.rules';
import type { Caller } from '../procedure';
import { readClass, readClasses } from '../roster.store';
import { readClassWork, readOwnCounts } from './facts.store';
import type { SummaryPlace } from './snapshot.store';
import { readLevel } from './summary.store';

/** A place with its rights, and its facts as of now. */
export interface CountedPlace {
  place: SummaryPlace;
  subject: Subject;
  counting: Counting;
  facts: SummaryFacts;
}

interface Of {
  level: SummaryLevel;
  placeId: string;
  periodId: string;
}

/** The period of an id; one that has not begun is none yet. */
export function countingAt({ school, today }: Caller, periodId: string): Counting {
  const found = periodById(school.terms, calendarOf(school.calendar, school.terms), periodId);
  if (!found || found.period.from > today) throw new AppError('notFound');
  return countingOf(school, found, today);
}

async function countClass(ctx: Caller, counting: Counting, classId: string) {
  const [schoolClass, work] = await Promise.all([
    readClass(classId),
    readClassWork(counting, classId),
  ]);
  if (schoolClass?.schoolId !== ctx.school._id) return null;
  const facts = classFacts(counting, schoolClass, work);
  const { divisionId } = schoolClass;
  const label = facts.classes[0]?.label ?? '';
  return {
    place: { level: 'class' as const, placeId: classId, label, classId, divisionId },
    subject: { schoolId: ctx.school._id, divisionId, classId },
    facts,
  };
}

async function countJoined(
  { school }: Caller,
  counting: Counting,
  level: 'division' | 'school',
  placeId: string,
) {
  const [all, made, counts] = await Promise.all([
    readClasses(school._id, 'everything'),
    readLevel(school._id, 'class', counting.period.id, 'everything'),
    readOwnCounts(counting),
  ]);
  const isWithin = ({ divisionId }: { divisionId: string | null }) =>
    level === 'school' || divisionId === placeId;
  const roster = attending(counting, all).filter(isWithin);
  const isThere = level === 'school' ? placeId === school._id : roster.length > 0;
  if (!isThere) return null;
  const facts = joinedFacts(counting, level, roster, made.filter(isWithin), counts);
  const [division] = divisionsOf(counting, roster);
  const divisionId = level === 'division' ? placeId : null;
  const label = level === 'school' ? '全校' : (division?.label ?? '');
  return {
    place: { level, placeId, label, classId: null, divisionId },
    subject: { schoolId: school._id, divisionId: divisionId ?? undefined },
    facts,
  };
}

/**
 * Count a place's period now, in one trip: a class from its counters and its timeline; a division and the
 * school from what their classes have.
 */
export async function countPlace(ctx: Caller, of: Of): Promise<CountedPlace | null> {
  const counting = countingAt(ctx, of.periodId);
  const found =
    of.level === 'class'
      ? await countClass(ctx, counting, of.placeId)
      : await countJoined(ctx, counting, of.level, of.placeId);
  return found && { ...found, counting };
}
