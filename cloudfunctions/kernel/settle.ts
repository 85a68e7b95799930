import type { Day } from '../../domain/calendar/day';
import { calendarOf } from '../../domain/calendar/school-calendar';
import { termAt } from '../../domain/calendar/term';
import { rolesTowards } from '../../domain/regulation/owed';
import type { CadenceFact } from '../../domain/regulation/period';
import { dutyWindows } from '../../domain/regulation/regulation';
import { settlements, type Work } from '../../domain/regulation/standing';
import { SCHEMA_VERSION } from './database';
import type { Identified } from './identity';
import type { Transaction } from './transaction';

/** How many records a duty has, for one subject, in one window. Leaders read these, not records. */
export interface StandingCount {
  /** `${dutyId}~${subjectId}~${windowId}`. */
  _id: string;
  schemaVersion: number;
  schoolId: string;
  dutyId: string;
  subjectId: string;
  /** `${dutyId}~${windowId}`: all subjects of a window are one query. */
  windowKey: string;
  /** The records that count, each once. */
  refIds: string[];
  /** The day of each of them, in the same order: where days are divided anew, they move along. */
  days: Day[];
  count: number;
}

/** More than this settle no duty further: its `count` is at most 20. */
const MAX_REFS = 40;

/** Work that is recorded, as whoever recorded it knows it. */
export type Settling = Omit<Work, 'schoolId' | 'memberId' | 'roles' | 'factId'> & {
  refId: string;
  /** What it answers, where days are counted from that: the conference of a report. */
  fact?: CadenceFact;
};

/** A counter of nothing yet. */
export function newCount(schoolId: string, id: string): StandingCount {
  const [dutyId = '', subjectId = '', ...window] = id.split('~');
  return {
    _id: id,
    schemaVersion: SCHEMA_VERSION,
    schoolId,
    dutyId,
    subjectId,
    windowKey: [dutyId, ...window].join('~'),
    refIds: [],
    days: [],
    count: 0,
  };
}

/**
 * Let a record count for the duties that it settles, in the record's own transaction: nobody
 * reports a second time. Settling again with the same record changes nothing.
 */
export async function settle(tx: Transaction, ctx: Identified, work: Settling): Promise<void> {
  for (const id of settledBy(ctx, work)) {
    const before = (await tx.get<StandingCount>('standings', id)) ?? newCount(ctx.school._id, id);
    if (before.refIds.includes(work.refId)) continue;
    const refIds = [...before.refIds, work.refId].slice(-MAX_REFS);
    const days = [...before.days, work.on].slice(-MAX_REFS);
    await tx.put<StandingCount>('standings', { ...before, refIds, days, count: before.count + 1 });
  }
}

/** Take back what a record counted for, in the transaction that voids it. */
export async function unsettle(tx: Transaction, ctx: Identified, work: Settling): Promise<void> {
  for (const id of settledBy(ctx, work)) {
    const before = await tx.get<StandingCount>('standings', id);
    if (!before?.refIds.includes(work.refId)) continue;
    const place = before.refIds.indexOf(work.refId);
    const refIds = before.refIds.filter((_, n) => n !== place);
    const days = before.days.filter((_, n) => n !== place);
    await tx.put<StandingCount>('standings', { ...before, refIds, days, count: before.count - 1 });
  }
}

function settledBy({ school, member }: Identified, settling: Settling): string[] {
  const { refId: _refId, fact, ...work } = settling;
  const term = termAt(school.terms, work.on);
  if (!term) return [];
  const windows = dutyWindows(
    school.regulationHistory,
    term,
    calendarOf(school.calendar, school.terms),
    fact ? [fact] : [],
  );
  const { divisionId, classId, studentId } = work;
  const subject = { schoolId: school._id, divisionId, classId, studentId, memberId: member._id };
  return settlements(windows, {
    ...work,
    factId: fact?.id,
    schoolId: school._id,
    memberId: member._id,
    roles: rolesTowards(member, subject),
  });
}
