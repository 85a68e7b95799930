import { type Day, earlierOf } from '../calendar/day';
import type { DutyInWindow } from '../regulation/regulation';
import { standingId, standingOf } from '../regulation/standing';
import type { ClassTally, DutyTally, PlaceCount, SummaryLevel } from './summary.schema';

/** One piece of work of the timeline, as far as it is counted. */
export interface CountedWork {
  studentId: string;
  kind: string;
  isVoided: boolean;
}

/** What the timeline of a class holds, in figures. Nothing of care, health or cards is counted. */
export function countWork(
  work: readonly CountedWork[],
): Pick<ClassTally, 'seen' | 'talks' | 'homeVisits' | 'forms'> {
  const standing = work.filter(({ isVoided }) => !isVoided);
  const of = (kind: string) => standing.filter((one) => one.kind === kind);
  const talks = of('talk');
  return {
    seen: new Set(talks.map(({ studentId }) => studentId)).size,
    talks: talks.length,
    homeVisits: of('homeVisit').length,
    forms: of('interactionRecord').length,
  };
}

/** Several periods of one class as one; how many were seen does not add up, so it is told. */
export function joinWork(
  parts: readonly Pick<ClassTally, 'talks' | 'homeVisits' | 'forms'>[],
  seen: number,
): Pick<ClassTally, 'seen' | 'talks' | 'homeVisits' | 'forms'> {
  const sum = (field: 'talks' | 'homeVisits' | 'forms') =>
    parts.reduce((total, part) => total + part[field], 0);
  return { seen, talks: sum('talks'), homeVisits: sum('homeVisits'), forms: sum('forms') };
}

/** What classes amount to together. */
export function sumOf(classes: readonly ClassTally[]) {
  const sum = (
    field: 'students' | 'seen' | 'talks' | 'homeVisits' | 'forms' | 'unseen' | 'lateResolutions',
  ) => classes.reduce((total, one) => total + one[field], 0);
  return {
    students: sum('students'),
    seen: sum('seen'),
    talks: sum('talks'),
    homeVisits: sum('homeVisits'),
    forms: sum('forms'),
    unseen: sum('unseen'),
    lateResolutions: sum('lateResolutions'),
  };
}

export type FigureSum = ReturnType<typeof sumOf>;

const isOfPlace = (forWhom: string): forWhom is DutyTally['forWhom'] =>
  forWhom === 'class' || forWhom === 'division' || forWhom === 'school';

/** What falls due in a period for places (not for single students), not excused. */
export const dueIn = (
  windows: readonly DutyInWindow[],
  { from, to }: { from: Day; to: Day },
): DutyInWindow[] =>
  windows.filter(
    ({ duty, window }) =>
      isOfPlace(duty.forWhom) &&
      from <= window.dueOn &&
      window.dueOn <= to &&
      window.excused === null,
  );

/** The counters that a place's share of these duties is read from. */
export const standingIdsOf = (
  windows: readonly DutyInWindow[],
  level: SummaryLevel,
  placeId: string,
): string[] =>
  windows
    .filter(({ duty }) => duty.forWhom === level)
    .map(({ duty, window }) => standingId(duty.id, placeId, window.id));

/** How the duties of one place stand on a day, each with all its windows of the period. */
export function tallyDuties(
  windows: readonly DutyInWindow[],
  level: SummaryLevel,
  placeId: string,
  counts: ReadonlyMap<string, number>,
  today: Day,
): DutyTally[] {
  const tallies = new Map<string, DutyTally>();
  for (const { duty, window } of windows) {
    if (duty.forWhom !== level) continue;
    const count = counts.get(standingId(duty.id, placeId, window.id)) ?? 0;
    const { state } = standingOf(duty, window, count, today);
    const { id: dutyId, title, clause } = duty;
    const before = tallies.get(dutyId)?.places[0];
    const place: PlaceCount = {
      placeId,
      done: (before?.done ?? 0) + Number(state === 'done'),
      of: (before?.of ?? 0) + 1,
      late: (before?.late ?? 0) + Number(state === 'overdue'),
    };
    tallies.set(dutyId, { dutyId, title, clause, forWhom: level, places: [place] });
  }
  return [...tallies.values()];
}

/** The same duties of several places put together, each place once, in the order given. */
export function joinDuties(parts: readonly (readonly DutyTally[])[]): DutyTally[] {
  const joined = new Map<string, DutyTally>();
  for (const tally of parts.flat()) {
    const before = joined.get(tally.dutyId);
    const places = [...(before?.places ?? []), ...tally.places];
    joined.set(tally.dutyId, { ...tally, places });
  }
  return [...joined.values()];
}

/** A duty over all its places: 应 12 · 已 11 · 逾期 1. */
export function sumPlaces(places: readonly PlaceCount[]): Omit<PlaceCount, 'placeId'> {
  return places.reduce(
    (sum, { done, of, late }) => ({
      done: sum.done + done,
      of: sum.of + of,
      late: sum.late + late,
    }),
    { done: 0, of: 0, late: 0 },
  );
}

/** The day up to which a period can be counted. */
export const countedOn = (to: Day, today: Day): Day => earlierOf(to, today);
