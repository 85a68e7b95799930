import { type Member, type Posting, ROLES, type Role } from '../access/roles';

/** Everybody of the staff may be a mentor (S4-285); guardians may not. */
const ALL_ROLES = Object.keys(ROLES) as Role[];
export const STAFF_ROLES: readonly Role[] = ALL_ROLES.filter((role) => role !== 'guardian');

export const staffPostings = (member: Pick<Member, 'postings'>, schoolId: string): Posting[] =>
  member.postings.filter(
    (posting) => posting.schoolId === schoolId && STAFF_ROLES.includes(posting.role),
  );

/** The students that somebody is mentor of in a school. */
export const menteesOf = (member: Pick<Member, 'postings'>, schoolId: string): string[] =>
  member.postings
    .filter((posting) => posting.schoolId === schoolId && posting.role === 'mentor')
    .flatMap((posting) => posting.studentIds ?? []);

/** The postings of somebody whose mentees in a school become these; a first mentee makes one. */
export function withMentees(
  postings: readonly Posting[],
  schoolId: string,
  studentIds: readonly string[],
): Posting[] {
  const isMentor = (posting: Posting) => posting.schoolId === schoolId && posting.role === 'mentor';
  const others = postings.filter((posting) => !isMentor(posting));
  const own = postings.find(isMentor) ?? { schoolId, role: 'mentor' as const };
  return [...others, { ...own, studentIds: [...studentIds] }];
}
