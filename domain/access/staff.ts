import { type Member, type Posting, ROLES, type Role } from './roles';

/** Everybody whom the school employs; guardians are of the school too, but not of its staff. */
const ALL_ROLES = Object.keys(ROLES) as Role[];
export const STAFF_ROLES: readonly Role[] = ALL_ROLES.filter((role) => role !== 'guardian');

export const staffPostings = (member: Pick<Member, 'postings'>, schoolId: string): Posting[] =>
  member.postings.filter(
    (posting) => posting.schoolId === schoolId && STAFF_ROLES.includes(posting.role),
  );

/** The staff of a school fits one list. */
export const MAX_STAFF = 500;
