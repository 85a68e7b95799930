import type { Member, Posting } from '../access/roles';

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
