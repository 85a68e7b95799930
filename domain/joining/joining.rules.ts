import type { Member, Posting } from '../access/roles';
import type { StaffInvitation } from './staff-invitation.schema';

/** Whether an invitation lets one more in. Nobody is told why not. */
export const isInvitationValid = (
  invitation: Pick<StaffInvitation, 'expiresAt' | 'endedAt' | 'usedBy' | 'maxUses'> | null,
  now: Date,
): boolean =>
  invitation !== null &&
  invitation.endedAt === null &&
  new Date(invitation.expiresAt) > now &&
  invitation.usedBy.length < invitation.maxUses;

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
