import type { Subject } from '../../../domain/access/scopes';
import { addDays, type Day } from '../../../domain/calendar/day';
import {
  type MonthlyReport,
  type MonthlyReportOf,
  monthlyReportIdOf,
  type SubmitMonthlyReport,
} from '../../../domain/consultation/monthly-report.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, newStamps } from '../../kernel/database';
import { settle } from '../../kernel/settle';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { type Place, placesBelow, placesOf } from '../report-places';
import { readClasses } from '../roster.store';
import { isStored, refuseStale, revisionOf } from '../write';
import { readReports } from './monthly-report.store';

const monthOf = (day: Day): string => day.slice(0, 7);

/** The roster and the reports around a day, for a meeting of the school; nothing for the others. */
export async function readLevels({ school }: Caller, placeId: string, around: Day) {
  if (placeId !== school._id) return { classes: [], reports: [] };
  const first = `${monthOf(around)}-01`;
  const months = [addDays(first, -1), first, addDays(first, 31)].map(monthOf);
  const [classes, reports] = await Promise.all([
    readClasses(school._id, 'everything'),
    readReports(school._id, months),
  ]);
  return { classes, reports };
}

/** The levels whose report of a day's month is missing, as the principal's meeting asks (S4-212). */
export function missingReportsOf(
  ctx: Caller,
  { classes, reports }: Awaited<ReturnType<typeof readLevels>>,
  on: Day,
): string[] {
  const ofMonth = reports.filter(({ month }) => month === monthOf(on));
  const there = new Set(ofMonth.map(({ placeId }) => placeId));
  return placesOf(ctx, classes)
    .filter(({ level, placeId }) => level !== 'school' && !there.has(placeId))
    .map(({ label }) => label);
}

const subjectOf = (ctx: Caller, place: Place | undefined): Subject | null =>
  place
    ? {
        schoolId: ctx.school._id,
        divisionId: place.divisionId ?? undefined,
        classId: place.classId ?? undefined,
        // The school's report is every leader's own (S4-213).
        memberId: place.level === 'school' ? ctx.member._id : undefined,
      }
    : null;

const present = (report: MonthlyReport | undefined) => ({
  rev: report?.rev ?? 0,
  text: report?.text ?? '',
  byName: report?.byName ?? null,
});

/** A report, with those of the level below it to begin from; what is missing is named. */
export async function monthlyReportById(ctx: Caller, input: z.infer<typeof MonthlyReportOf>) {
  const { month, level, placeId } = input;
  const [classes, reports] = await Promise.all([
    readClasses(ctx.school._id, 'everything'),
    readReports(ctx.school._id, [month]),
  ]);
  const places = placesOf(ctx, classes);
  const place = places.find((one) => one.placeId === placeId && one.level === level);
  const subject = subjectOf(ctx, place);
  // Whoever writes a report reads it, and what it begins from.
  const isWriter = subject !== null && ctx.access.may('monthlyReport.submit', subject);
  ctx.access.authorize(subject, isWriter ? 'monthlyReport.submit' : 'monthlyReport.read');
  if (!place || !subject) throw new Error('authorized without a place');
  const of = (id: string) => reports.find((report) => report.placeId === id);
  return {
    label: place.label,
    ...present(of(placeId)),
    below: placesBelow(place, places).map((one) => ({
      placeId: one.placeId,
      label: one.label,
      ...present(of(one.placeId)),
    })),
    may: { submit: isWriter },
  };
}

/** Write a month's report; it settles the duty by itself. */
export async function submitMonthlyReport(ctx: Caller, input: z.infer<typeof SubmitMonthlyReport>) {
  const { month, level, placeId, writeId, text } = input;
  const places = placesOf(ctx, await readClasses(ctx.school._id, 'everything'));
  const place = places.find((one) => one.placeId === placeId && one.level === level);
  const why = ctx.access.authorize(subjectOf(ctx, place));
  if (!place) throw new Error('authorized without a place');
  const _id = monthlyReportIdOf(month, placeId);
  return inTransaction(async (tx) => {
    const before = await tx.get<MonthlyReport>('monthlyReports', _id);
    if (before && (await isStored(tx, 'revisions', before, input))) return present(before);
    refuseStale(before, input, present);
    const base = before ?? {
      _id,
      ...newStamps(ctx),
      rev: 0,
      level,
      month,
      placeId,
      placeLabel: place.label,
      classId: place.classId,
      divisionId: place.divisionId,
      text: '',
      byName: ctx.member.name,
      lastWriteId: '',
    };
    const after: MonthlyReport = {
      ...base,
      ...changedStamps(base, ctx),
      text,
      byName: ctx.member.name,
      lastWriteId: writeId,
    };
    if (before) await tx.put('revisions', revisionOf(before, { text: before.text }, ctx));
    await tx.put('monthlyReports', after);
    // No duty is owed for a campus: its report is a step of the chain, not the school's.
    if (place.level !== 'campus') {
      await settle(tx, ctx, {
        kind: 'monthlyReport',
        on: ctx.today,
        divisionId: place.divisionId ?? undefined,
        classId: place.classId ?? undefined,
        refId: _id,
      });
    }
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'monthlyReport.submit',
        collection: 'monthlyReports',
        documentId: _id,
        why,
      }),
    );
    return present(after);
  });
}
