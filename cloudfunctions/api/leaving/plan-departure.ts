import { type Member, ROLES } from '../../../domain/access/roles';
import { staffPostings } from '../../../domain/access/staff';
import { sayDay } from '../../../domain/calendar/day';
import { fitOf, mayTakeOn } from '../../../domain/leaving/departure.rules';
import {
  type Departure,
  HANDED_OVER,
  type HandedOver,
} from '../../../domain/leaving/departure.schema';
import { menteesOf } from '../../../domain/mentoring/mentorship.rules';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { sayRole } from '../../../domain/school/structure.schema';
import { readMember, readStaff } from '../members.store';
import type { Caller } from '../procedure';
import { readClasses } from '../roster.store';
import { sayReach } from '../say-reach';
import { classLabelOf, divisionLabelsOf } from '../school-names';
import { readDeparture, readOpenDepartures } from './departure.store';
import { kindsIn, readRecordsInHand, type WorkInHand, withPostings } from './work-in-hand';

type Labels = ReadonlyMap<string, string>;

const labelsOf = (ctx: Caller, classes: readonly SchoolClass[]): Labels =>
  new Map([
    ...classes.map((one) => [one._id, classLabelOf(ctx, one)] as const),
    ...divisionLabelsOf(ctx, classes),
  ]);

/** Each thing in a line of its own words. */
function sayWork(ctx: Caller, kind: HandedOver, work: WorkInHand, labels: Labels): string[] {
  const nameOf = (id: string) => labels.get(id) ?? '';
  switch (kind) {
    case 'homeroom':
      return work.homeroom.map(nameOf);
    case 'subjects':
      return work.subjects.map(({ subject, classIds }) =>
        [subject, classIds.map(nameOf).join('、')].join(' · '),
      );
    case 'mentees':
      return work.mentees.map(({ name }) => name);
    case 'resolutions':
      return work.resolutions.map(
        ({ what, dueOn, placeLabel }) =>
          `${placeLabel} · ${what}（${sayDay(dueOn, ctx.today)}到期）`,
      );
    case 'cases':
      return work.cases.map(({ studentName }) => studentName);
    case 'meetings':
      return work.meetings.map(
        ({ on, label, placeLabel }) => `${sayDay(on, ctx.today)} · ${placeLabel}${label}`,
      );
    case 'visits':
      return work.visits.map(({ studentName, plannedOn }) =>
        plannedOn === null ? studentName : `${studentName}（${sayDay(plannedOn, ctx.today)}）`,
      );
  }
}

/** Those who may take it on, whoever fits best first. */
function candidatesFor(ctx: Caller, kind: HandedOver, leaving: Member, staff: readonly Member[]) {
  const { _id: schoolId } = ctx.school;
  return staff
    .filter((one) => one._id !== leaving._id && mayTakeOn(kind, one, schoolId))
    .map((member) => ({ member, rank: fitOf(kind, leaving.postings, member, schoolId) }))
    .sort((a, b) => b.rank - a.rank || a.member.name.localeCompare(b.member.name, 'zh-CN'))
    .map(({ member }) => member._id);
}

const presentDeparture = ({ rev, on, reason, waiting, successors }: Departure) => ({
  ...{ rev, on, reason, waiting, successors },
});

/**
 * Everything that carries somebody's name, with who could take it on: before they leave, and
 * after, for what was left to be decided later. Whoever may not know of cases sees none.
 */
export async function planDeparture(ctx: Caller, memberId: string) {
  const { school, access } = ctx;
  const schoolId = school._id;
  const [member, last, records, staff, classes] = await Promise.all([
    readMember(memberId),
    readDeparture(schoolId, memberId),
    readRecordsInHand(schoolId, memberId),
    readStaff(schoolId),
    readClasses(schoolId, 'everything'),
  ]);
  const isStaff = member !== null && staffPostings(member, schoolId).length > 0;
  access.authorize(isStaff || last ? { schoolId } : null);
  if (!member) throw new Error('authorized without a member');
  // Whoever came back holds what they hold now.
  const departure = isStaff ? null : last;
  const leaving = { ...member, postings: departure?.postings ?? member.postings };
  const labels = labelsOf(ctx, classes);
  const work = withPostings(records, leaving.postings, schoolId);
  const maySeeCases = access.may('attentionCase.read', { schoolId });
  const kinds = kindsIn(work).filter((kind) =>
    departure ? departure.waiting.includes(kind) : true,
  );
  return {
    id: member._id,
    name: member.name,
    rev: member.rev ?? 0,
    postings: staffPostings(leaving, schoolId).map((posting) => ({
      label: sayRole(posting.role, school.structure),
      reach: sayReach(posting, labels),
    })),
    departure: departure && presentDeparture(departure),
    kinds: kinds
      .filter((kind) => kind !== 'cases' || maySeeCases)
      .map((kind) => ({
        kind,
        label: HANDED_OVER[kind],
        items: sayWork(ctx, kind, work, labels),
        candidateIds: candidatesFor(ctx, kind, leaving, staff),
      })),
    staff: staff.map((one) => ({
      id: one._id,
      name: one.name,
      mentees: menteesOf(one, schoolId).length,
      as: [
        ...new Set(
          staffPostings(one, schoolId)
            .filter(({ role }) => role !== 'mentor')
            .map(({ role, subject }) => subject || ROLES[role]),
        ),
      ].join('、'),
    })),
    capacity: school.mentoring.capacity,
  };
}

/** Who has left with something that still waits for somebody. */
export async function listDepartures(ctx: Caller) {
  ctx.access.authorize({ schoolId: ctx.school._id });
  const open = await readOpenDepartures(ctx.school._id);
  return {
    items: open.map(({ memberId, memberName, on, waiting }) => ({
      ...{ memberId, name: memberName, on },
      waiting: waiting.map((kind) => HANDED_OVER[kind]),
    })),
  };
}
