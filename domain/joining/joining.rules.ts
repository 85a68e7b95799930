import type { Member, Posting } from '../access/roles';
import type { InvitedPosting, StaffInvitation } from './staff-invitation.schema';

/** Whether an invitation lets one more in. Nobody is told why not. */
export const isInvitationValid = (
  invitation: Pick<StaffInvitation, 'expiresAt' | 'endedAt' | 'usedBy' | 'maxUses'> | null,
  now: Date,
): boolean =>
  invitation !== null &&
  invitation.endedAt === null &&
  new Date(invitation.expiresAt) > now &&
  invitation.usedBy.length < invitation.maxUses;

const union = (left: readonly string[] = [], right: readonly string[] = []): string[] => [
  ...new Set([...left, ...right]),
];

const isSame = (posting: Posting, schoolId: string, invited: InvitedPosting): boolean =>
  posting.schoolId === schoolId &&
  posting.role === invited.role &&
  (posting.subject ?? '') === invited.subject;

/** Somebody's postings with one more: the same role and subject is widened, not doubled. */
export function withPosting(
  postings: readonly Posting[],
  schoolId: string,
  invited: InvitedPosting,
): Posting[] {
  const own = postings.find((posting) => isSame(posting, schoolId, invited));
  const classIds = union(own?.classIds, invited.classIds);
  const divisionIds = union(own?.divisionIds, invited.divisionIds);
  const joined: Posting = {
    ...(own ?? { schoolId, role: invited.role }),
    ...(classIds.length > 0 && { classIds }),
    ...(divisionIds.length > 0 && { divisionIds }),
    ...(invited.subject !== '' && { subject: invited.subject }),
  };
  return own ? postings.map((one) => (one === own ? joined : one)) : [...postings, joined];
}

const isGuardian = (posting: Posting, schoolId: string): boolean =>
  posting.schoolId === schoolId && posting.role === 'guardian';

/** The children of a guardian in a school. */
export const childrenOf = (member: Pick<Member, 'postings'>, schoolId: string): string[] =>
  member.postings
    .filter((posting) => isGuardian(posting, schoolId))
    .flatMap(({ studentIds }) => studentIds ?? []);

/** A guardian's postings once their children in a school are these; without any, no posting. */
export function withChildren(
  postings: readonly Posting[],
  schoolId: string,
  studentIds: readonly string[],
): Posting[] {
  const others = postings.filter((posting) => !isGuardian(posting, schoolId));
  if (studentIds.length === 0) return others;
  return [...others, { schoolId, role: 'guardian', studentIds: [...studentIds] }];
}
