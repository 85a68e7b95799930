import type { ScopeFilter } from '../../../domain/access/scopes';
import { calendarOf } from '../../../domain/calendar/school-calendar';
import { termAt } from '../../../domain/calendar/term';
import { cellState, openColumns } from '../../../domain/leader/duty-cells.rules';
import { dutyWindows } from '../../../domain/regulation/regulation';
import { attending } from '../../../domain/summary/facts.rules';
import { periodsAt } from '../../../domain/summary/summary-period.rules';
import { type PlaceWeek, trendOf } from '../../../domain/summary/week-trend.rules';
import type { Caller } from '../procedure';
import { readClasses } from '../roster.store';
import { classLabelOf } from '../school-names';
import { readStandingsIn } from '../standings.store';
import { readWeeks } from '../weeks.store';
import { readClassWeeks, readLedgerCounters } from './leader.store';

/** The places whose weeks are compared with themselves: the school, divisions, sponsored classes. */
function placesOf(schoolId: string, reach: ScopeFilter): string[] {
  if (reach === 'everything') return [schoolId];
  return reach.filter(({ field }) => field !== 'studentId').flatMap((part) => part.in);
}

/** The weeks of each place that has any. */
const trendsOf = (weeks: readonly PlaceWeek[], placeIds: readonly string[]) =>
  placeIds.flatMap((placeId) => {
    const label = weeks.find((one) => one.placeId === placeId)?.placeLabel;
    return label === undefined ? [] : [{ placeId, label, weeks: trendOf(weeks, placeId) }];
  });

/**
 * How the classes within reach stand with what the rules ask now, and how the weeks went: from
 * counters and summaries alone, so that it costs the same however many students there are.
 */
export async function listProgress(ctx: Caller) {
  const { school, today, access } = ctx;
  const reach = access.filter();
  const term = termAt(school.terms, today);
  const calendar = calendarOf(school.calendar, school.terms);
  const windows = term ? dutyWindows(school.regulationHistory, term, calendar) : [];
  const columns = openColumns(windows, today);
  const week = periodsAt(school.terms, calendar, today).find(({ kind }) => kind === 'week');
  const placeIds = placesOf(school._id, reach);
  const [classes, counters, classWeeks, ledgers, weeks] = await Promise.all([
    readClasses(school._id, reach),
    readStandingsIn(
      school._id,
      columns.map(({ windowKey }) => windowKey),
    ),
    week ? readClassWeeks(school._id, week.id, reach) : [],
    term ? readLedgerCounters(school._id, term.id, reach) : [],
    readWeeks(school._id, placeIds, today),
  ]);
  const counts = new Map(counters.map(({ _id, count }) => [_id, count]));
  const written = new Map(ledgers.map((one) => [one.classId, one.writtenLines]));
  const tallies = new Map(classWeeks.map((one) => [one.classId, one]));
  return {
    today,
    week: week?.label ?? null,
    /** The last night that the weekly figures were counted; null before the first. */
    countedOn: classWeeks[0]?.countedOn ?? null,
    columns: columns.map(({ windowKey: _key, ...column }) => column),
    classes: (term ? attending({ school, term }, classes) : classes).map((one) => {
      const tally = tallies.get(one._id)?.classes[0];
      return {
        classId: one._id,
        label: classLabelOf(ctx, one),
        homeroomTeacher: one.homeroomTeacherName,
        students: one.studentCount,
        written: written.get(one._id) ?? 0,
        /** null until a night has counted. */
        unseen: tally?.unseen ?? null,
        summaryId: tallies.get(one._id)?._id ?? null,
        states: columns.map((column) => cellState(column, windows, one._id, counts, today)),
      };
    }),
    trends: trendsOf(weeks, placeIds),
  };
}
