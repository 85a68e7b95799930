import { whyAllowed } from '../../domain/access/can';
import type { Member } from '../../domain/access/roles';
import { dayOf } from '../../domain/calendar/day';
import { termAt } from '../../domain/calendar/term';
import type { Consultation } from '../../domain/consultation/consultation.schema';
import type { MeetingKind } from '../../domain/regulation/meeting-kind.schema';
import { owedBy } from '../../domain/regulation/owed';
import { type DutyInWindow, dutyWindows, regulationAt } from '../../domain/regulation/regulation';
import type { Due, Occasion } from '../../domain/reminder/due';
import {
  type MissingPlan,
  missingPlanDues,
  plannedMeetingDues,
  waitingMeetingDues,
} from '../../domain/reminder/due-meetings';
import type { School } from '../../domain/school/school.schema';
import {
  readMeetingsAhead,
  readMembersInRoles,
  readWaitingMeetings,
} from '../api/reminder/due-records.store';

type Know = (members: readonly Pick<Member, '_id' | 'name'>[]) => void;

/** Everything about meetings that somebody is to be reminded of today. */
export async function meetingDuesOf(
  school: School,
  occasion: Occasion,
  know: Know,
): Promise<Due[]> {
  const owed = plansOwed(school, occasion);
  const [ahead, waiting] = await Promise.all([
    readMeetingsAhead(school._id, occasion.today),
    readWaitingMeetings(school._id),
  ]);
  for (const { invited } of [...ahead, ...waiting]) {
    know(invited.map(({ memberId, name }) => ({ _id: memberId, name })));
  }
  const roles = [
    ...owed.map(({ duty }) => duty.who),
    ...(waiting.length > 0 ? (['leader', 'principal'] as const) : []),
  ];
  const members = roles.length > 0 ? await readMembersInRoles(school._id, [...new Set(roles)]) : [];
  know(members);
  return [
    ...ahead.flatMap((meeting) => plannedMeetingDues(meeting, occasion)),
    ...waiting.flatMap((meeting) => waitingDues(meeting, members, occasion)),
    ...owed.flatMap((one) => planDues(school, one, members, ahead, occasion)),
  ];
}

/** The leaders who stand for the place; where there is none, the principal. */
function signersOf({ schoolId, divisionId, classId }: Consultation, members: readonly Member[]) {
  const subject = {
    schoolId,
    divisionId: divisionId ?? undefined,
    classId: classId ?? undefined,
  };
  const may = (role: 'leader' | 'principal') =>
    members
      .filter((member) => whyAllowed(member, 'consultation.signOff', subject)?.role === role)
      .map(({ _id }) => _id);
  const leaders = may('leader');
  return leaders.length > 0 ? leaders : may('principal');
}

function waitingDues(meeting: Consultation, members: readonly Member[], occasion: Occasion): Due[] {
  const { state, signOffs, closedAt } = meeting;
  if (state !== 'closed' && state !== 'askedBack') return [];
  const since = signOffs.at(-1)?.at ?? closedAt;
  if (!since) return [];
  return waitingMeetingDues(
    { ...meeting, state },
    { signerIds: signersOf(meeting, members), since: dayOf(new Date(since)) },
    occasion,
  );
}

type OwedPlan = DutyInWindow & { kind: MeetingKind; daysAhead: number };

/** Meetings that are owed before long and whose kind wants a plan some days ahead. */
function plansOwed(school: School, { today, calendar }: Occasion): OwedPlan[] {
  const term = termAt(school.terms, today);
  const rules = regulationAt(school.regulationHistory, today);
  if (!term || !rules) return [];
  return dutyWindows(school.regulationHistory, term, calendar).flatMap((one) => {
    const kind = rules.meetingKinds.find(({ id }) => id === one.duty.settledBy);
    const rule = kind?.before.find((need) => need.kind === 'planDaysAhead');
    const isOwed = one.window.dueOn >= today && one.window.excused === null;
    return kind && rule?.kind === 'planDaysAhead' && isOwed
      ? [{ ...one, kind, daysAhead: rule.days }]
      : [];
  });
}

function planDues(
  school: School,
  owed: OwedPlan,
  members: readonly Member[],
  ahead: readonly Consultation[],
  occasion: Occasion,
): Due[] {
  const { duty, window, kind, daysAhead } = owed;
  const isPlanned = (placeId: string) =>
    ahead.some(
      (meeting) =>
        meeting.kindId === kind.id && meeting.placeId === placeId && meeting.on <= window.dueOn,
    );
  return members.flatMap((member) =>
    owedBy(member, school._id, [owed])
      .flatMap(({ subjects }) =>
        duty.forWhom === 'school' || subjects === 'everything'
          ? [school._id]
          : subjects.flatMap((part) => part.in),
      )
      .filter((placeId) => !isPlanned(placeId))
      .flatMap((subjectId) => {
        const missing: MissingPlan = {
          ...{ dutyId: duty.id, title: kind.label, holdBy: window.dueOn, daysAhead },
          ...{ subjectId, memberId: member._id },
        };
        return missingPlanDues(missing, occasion);
      }),
  );
}
