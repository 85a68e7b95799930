import type { Subject } from '../../../domain/access/scopes';
import { addDays } from '../../../domain/calendar/day';
import { calendarOf } from '../../../domain/calendar/school-calendar';
import { gradeLabel } from '../../../domain/calendar/school-class';
import type { z } from '../../../domain/schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import {
  type ListSummaries,
  placeIdIn,
  SUMMARY_PAGE,
  type SummaryById,
  type SummaryLevel,
} from '../../../domain/summary/summary.schema';
import { periodsAt, summaryTitle } from '../../../domain/summary/summary-period.rules';
import { trendOf } from '../../../domain/summary/week-trend.rules';
import type { Caller } from '../procedure';
import { readClasses } from '../roster.store';
import { classLabelOf, schoolYearOf } from '../school-names';
import { readWeeks } from '../weeks.store';
import { widestOf } from '../widest-place';
import { readSummariesOf, readSummary } from './summary.store';
import { presentListed, presentSummary, subjectOf } from './summary-view';

interface Place {
  id: string;
  level: SummaryLevel;
  label: string;
  subject: Subject;
}

/** The places within reach, widest first. */
function placesOf(ctx: Caller, classes: readonly SchoolClass[]): Place[] {
  const { school, access } = ctx;
  const schoolId = school._id;
  const divisions = new Map(classes.map((one) => [one.divisionId, one]));
  const places: Place[] = [
    { id: schoolId, level: 'school', label: '全校', subject: { schoolId } },
    ...[...divisions].map(([divisionId, one]) => ({
      id: divisionId,
      level: 'division' as const,
      label: gradeLabel(one, schoolYearOf(ctx), school.stageSystem),
      subject: { schoolId, divisionId },
    })),
    ...classes.map((one) => ({
      id: one._id,
      level: 'class' as const,
      label: classLabelOf(ctx, one),
      subject: { schoolId, divisionId: one.divisionId, classId: one._id },
    })),
  ];
  return places.filter(({ subject }) => access.may('summary.read', subject));
}

/** The periods that can be made now: those of today, and those that were last. */
function periodsToMake({ school, today }: Caller, level: SummaryLevel) {
  const calendar = calendarOf(school.calendar, school.terms);
  const now = periodsAt(school.terms, calendar, today);
  const before = now.flatMap(({ kind, from }) =>
    kind === 'term'
      ? []
      : periodsAt(school.terms, calendar, addDays(from, -1)).filter((one) => one.kind === kind),
  );
  return [...now, ...before].map(({ id, kind, label }) => ({
    periodId: id,
    label: `${label} · ${summaryTitle(level, kind)}`,
  }));
}

/** The summaries of a place, newest first, and the other places that one may look at. */
export async function listSummaries(ctx: Caller, input: z.infer<typeof ListSummaries>) {
  const { school, access } = ctx;
  const reach = access.filter();
  const placeId = input.placeId ?? widestOf(school._id, reach);
  const [classes, found] = await Promise.all([
    readClasses(school._id, reach),
    placeId === '' ? [] : readSummariesOf(school._id, placeId, input.before),
  ]);
  const places = placesOf(ctx, classes);
  const place = places.find(({ id }) => id === placeId);
  // Without a place asked for, nothing within reach is an empty list and no refusal.
  if (!place && input.placeId !== undefined) access.authorize(null);
  const summaries = place ? found.slice(0, SUMMARY_PAGE) : [];
  const last = found.length > SUMMARY_PAGE ? summaries.at(-1) : undefined;
  return {
    place: place ? { id: place.id, level: place.level, label: place.label } : null,
    places: places.map(({ id, level, label }) => ({ id, level, label })),
    summaries: summaries.map(presentListed),
    next: last ? { to: last.to, id: last._id } : null,
    toMake:
      place && access.may('summary.record', place.subject) ? periodsToMake(ctx, place.level) : [],
  };
}

export async function summaryById(ctx: Caller, { summaryId }: z.infer<typeof SummaryById>) {
  const { school, today, access } = ctx;
  // The place stands in the id, so its weeks are read beside the summary and not after it.
  const placeId = placeIdIn(summaryId);
  const [summary, weeks] = await Promise.all([
    readSummary(summaryId),
    readWeeks(school._id, [placeId], today),
  ]);
  access.authorize(subjectOf(summary));
  if (!summary) throw new Error('authorized without a summary');
  const trend = summary.placeId === placeId ? trendOf(weeks, placeId) : [];
  return { ...presentSummary(ctx, summary), trend };
}
