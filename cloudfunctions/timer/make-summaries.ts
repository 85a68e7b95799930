import { addDays, type Day, dayOf, daysBetween } from '../../domain/calendar/day';
import { calendarOf } from '../../domain/calendar/school-calendar';
import { termAt } from '../../domain/calendar/term';
import type { SchoolClass } from '../../domain/school/roster.schema';
import type { School } from '../../domain/school/school.schema';
import {
  attending,
  type Counting,
  classFacts,
  countingOf,
  divisionsOf,
  joinedFacts,
} from '../../domain/summary/facts.rules';
import type { Summary } from '../../domain/summary/summary.schema';
import { periodsAt, type SummaryPeriod } from '../../domain/summary/summary-period.rules';
import { readClasses } from '../api/roster.store';
import { readClassWork, readOwnCounts } from '../api/summary/facts.store';
import { type SummaryPlace, storeSnapshot } from '../api/summary/snapshot.store';
import { readMany } from '../kernel/database';
import { inTransaction } from '../kernel/transaction';

const MAX_SCHOOLS = 100;

/** So many classes at once: the night is long, the cloud's connections are few. */
const AT_ONCE = 6;

/** Who made a summary that nobody asked for. */
const NIGHT = { _id: 'timer', name: '自动汇总' };

/** A week is counted every night; a month and a term in their last days, when they are written. */
const LAST_DAYS: Record<SummaryPeriod['kind'], number> = { week: 7, month: 10, term: 21 };

const isWanted = ({ kind, to }: SummaryPeriod, day: Day): boolean =>
  daysBetween(day, to) < LAST_DAYS[kind];

async function inGroups<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(run))));
  }
  return results;
}

/** Count a period of every class, then of every division and of the school from what those have. */
async function countPeriod(
  counting: Counting,
  roster: readonly SchoolClass[],
  now: Date,
): Promise<boolean[]> {
  const { school } = counting;
  const writer = { now, member: NIGHT, school };
  const store = (place: SummaryPlace, facts: Parameters<typeof storeSnapshot>[4]) =>
    inTransaction((tx) => storeSnapshot(tx, writer, place, counting, facts));
  const ofClasses = await inGroups(roster, async (one) => {
    const { _id: placeId, divisionId } = one;
    const facts = classFacts(counting, one, await readClassWork(counting, placeId));
    const label = facts.classes[0]?.label ?? '';
    return store({ level: 'class', placeId, label, classId: placeId, divisionId }, facts);
  });
  const made: Summary[] = ofClasses.map(({ summary }) => summary);
  const counts = await readOwnCounts(counting);
  const join = (place: SummaryPlace & { level: 'division' | 'school' }) => {
    const isWithin = ({ divisionId }: { divisionId: string | null }) =>
      place.level === 'school' || divisionId === place.placeId;
    const within = roster.filter(isWithin);
    const facts = joinedFacts(counting, place.level, within, made.filter(isWithin), counts);
    return store(place, facts);
  };
  const joined = [
    ...(await inGroups(divisionsOf(counting, roster), ({ placeId, label }) =>
      join({ level: 'division', placeId, label, classId: null, divisionId: placeId }),
    )),
    await join({
      ...{ level: 'school', placeId: school._id, label: '全校' },
      ...{ classId: null, divisionId: null },
    }),
  ];
  return [...ofClasses, ...joined].map(({ isChanged }) => isChanged);
}

/**
 * Each night the summaries of the day before: who opens theirs in the morning finds it counted,
 * and at a period's end it stands as it ended. What is signed is left alone.
 */
export async function makeSummaries(now: Date): Promise<Record<string, number>> {
  const schools = await readMany<School>('schools', { where: {}, limit: MAX_SCHOOLS });
  const day = addDays(dayOf(now), -1);
  let made = 0;
  let changed = 0;
  for (const school of schools) {
    const term = termAt(school.terms, day);
    const calendar = calendarOf(school.calendar, school.terms);
    const periods = periodsAt(school.terms, calendar, day).filter((one) => isWanted(one, day));
    if (!term || periods.length === 0) continue;
    const roster = attending({ school, term }, await readClasses(school._id, 'everything'));
    for (const period of periods) {
      const results = await countPeriod(countingOf(school, { term, period }, day), roster, now);
      made += results.length;
      changed += results.filter(Boolean).length;
    }
  }
  return { made, changed };
}
