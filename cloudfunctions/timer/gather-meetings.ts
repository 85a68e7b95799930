import { whyAllowed } from '../../domain/access/can';
import type { Member } from '../../domain/access/roles';
import { dayOf } from '../../domain/calendar/day';
import type { Consultation } from '../../domain/consultation/consultation.schema';
import type { Due, Occasion } from '../../domain/reminder/due';
import { plannedMeetingDues, waitingMeetingDues } from '../../domain/reminder/due-meetings';
import type { School } from '../../domain/school/school.schema';
import {
  readMeetingsAhead,
  readMembersInRoles,
  readWaitingMeetings,
} from '../api/reminder/due-records.store';
import { type Know, planDuesOf } from './gather-plans';

/** Everything about meetings that somebody is to be reminded of today. */
export async function meetingDuesOf(
  school: School,
  occasion: Occasion,
  know: Know,
): Promise<Due[]> {
  const [ahead, waiting] = await Promise.all([
    readMeetingsAhead(school._id, occasion.today),
    readWaitingMeetings(school._id),
  ]);
  for (const { invited } of [...ahead, ...waiting]) {
    know(invited.map(({ memberId, name }) => ({ _id: memberId, name })));
  }
  const [signers, plans] = await Promise.all([
    waiting.length > 0 ? readMembersInRoles(school._id, ['leader', 'principal']) : [],
    planDuesOf(school, ahead, occasion, know),
  ]);
  know(signers);
  return [
    ...ahead.flatMap((meeting) => plannedMeetingDues(meeting, occasion)),
    ...waiting.flatMap((meeting) => waitingDues(meeting, signers, occasion)),
    ...plans,
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
