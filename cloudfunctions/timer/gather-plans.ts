import type { Member } from '../../domain/access/roles';
import { classLabel, gradeLabel } from '../../domain/calendar/school-class';
import { type Term, termAt } from '../../domain/calendar/term';
import type { Consultation } from '../../domain/consultation/consultation.schema';
import type { MeetingKind } from '../../domain/regulation/meeting-kind.schema';
import { owedBy, subjectIdsIn } from '../../domain/regulation/owed';
import { type DutyInWindow, dutyWindows, regulationAt } from '../../domain/regulation/regulation';
import { standingId, standingOf } from '../../domain/regulation/standing';
import type { Due, Occasion } from '../../domain/reminder/due';
import { isPlanDay, missingPlanDue } from '../../domain/reminder/due-meetings';
import type { SchoolClass } from '../../domain/school/roster.schema';
import type { School } from '../../domain/school/school.schema';
import { readClassesOfSchool, readMembersInRoles } from '../api/reminder/due-records.store';
import { readStandingsIn } from '../api/standings.store';

/** Take down the names of people whom reminders may go to. */
export type Know = (members: readonly Pick<Member, '_id' | 'name'>[]) => void;

type OwedPlan = DutyInWindow & { kind: MeetingKind; daysAhead: number };

/** Meetings that are owed and whose kind wants a plan some days ahead, on the day to say so. */
function plansOwed(school: School, term: Term, occasion: Occasion): OwedPlan[] {
  const { today, calendar } = occasion;
  const rules = regulationAt(school.regulationHistory, today);
  return dutyWindows(school.regulationHistory, term, calendar).flatMap((one) => {
    const kind = rules?.meetingKinds.find(({ id }) => id === one.duty.settledBy);
    const rule = kind?.before.find((need) => need.kind === 'planDaysAhead');
    if (!kind || rule?.kind !== 'planDaysAhead' || one.window.excused !== null) return [];
    const plan = { ...one, kind, daysAhead: rule.days };
    return isPlanDay(one.window.dueOn, rule.days, occasion) ? [plan] : [];
  });
}

/** The names of places, as the school calls them. */
function namesOf({ _id, stageSystem }: School, term: Term, classes: readonly SchoolClass[]) {
  return new Map([
    [_id, '全校'],
    ...classes.map((one): [string, string] => [
      one.divisionId,
      gradeLabel(one, term.schoolYear, stageSystem),
    ]),
    ...classes.map((one): [string, string] => [
      one._id,
      classLabel(one, term.schoolYear, stageSystem),
    ]),
  ]);
}

/**
 * Who is to write the plan of a meeting by now, and for which places: neither held nor planned.
 * Nothing is read on the many days on which no plan is due.
 *
 * @param ahead the meetings that are planned
 */
export async function planDuesOf(
  school: School,
  ahead: readonly Consultation[],
  occasion: Occasion,
  know: Know,
): Promise<Due[]> {
  const term = termAt(school.terms, occasion.today);
  const owed = term ? plansOwed(school, term, occasion) : [];
  if (!term || owed.length === 0) return [];
  const [members, classes, counters] = await Promise.all([
    readMembersInRoles(school._id, [...new Set(owed.map(({ duty }) => duty.who))]),
    readClassesOfSchool(school._id),
    readStandingsIn(
      school._id,
      owed.map(({ duty, window }) => `${duty.id}~${window.id}`),
    ),
  ]);
  know(members);
  const names = namesOf(school, term, classes);
  const counts = new Map(counters.map(({ _id, count }) => [_id, count]));
  const isMissing = ({ duty, window, kind }: OwedPlan, placeId: string) => {
    const count = counts.get(standingId(duty.id, placeId, window.id)) ?? 0;
    const isDone = standingOf(duty, window, count, occasion.today).state === 'done';
    const isPlanned = ahead.some(
      (one) => one.kindId === kind.id && one.placeId === placeId && one.on <= window.dueOn,
    );
    return !isDone && !isPlanned;
  };
  const duesOf = (plan: OwedPlan, member: Member): Due[] => {
    const places = owedBy(member, school._id, [plan])
      .flatMap((one) => subjectIdsIn(one, school._id, classes))
      .filter((placeId) => isMissing(plan, placeId))
      .flatMap((placeId) => names.get(placeId) ?? []);
    const { duty, kind, daysAhead, window } = plan;
    if (places.length === 0) return [];
    const missing = { dutyId: duty.id, title: kind.label, holdBy: window.dueOn, daysAhead };
    return [missingPlanDue({ ...missing, places, memberId: member._id })];
  };
  return owed.flatMap((plan) => members.flatMap((member) => duesOf(plan, member)));
}
