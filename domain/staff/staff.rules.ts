import type { Member, Posting, Role } from '../access/roles';
import { ASSIGNABLE_ROLES, REACH_OF, type StaffPosting } from './staff.schema';

const isAssignable = (role: Role): boolean => (ASSIGNABLE_ROLES as readonly Role[]).includes(role);

const isOfOffice = (schoolId: string) => (posting: Posting) =>
  posting.schoolId === schoolId && isAssignable(posting.role);

/** A posting as it is stored: only what its role reads. */
export function toPosting(schoolId: string, filled: StaffPosting): Posting {
  const { role, classIds, divisionIds, studentIds, isWholeSchool, subject } = filled;
  const posting: Posting = { schoolId, role };
  switch (REACH_OF[role]) {
    case 'classes':
      return { ...posting, classIds, ...(role === 'subjectTeacher' && { subject }) };
    case 'divisions':
      return { ...posting, divisionIds };
    case 'sponsored':
      return { ...posting, sponsored: { isWholeSchool, divisionIds, classIds, studentIds } };
    default:
      return posting;
  }
}

/** The same, as the office sees it. */
export function fromPosting(posting: Posting): StaffPosting {
  const named = posting.sponsored ?? posting;
  return {
    role: posting.role as StaffPosting['role'],
    classIds: named.classIds ?? [],
    divisionIds: named.divisionIds ?? [],
    studentIds: named.studentIds ?? [],
    isWholeSchool: posting.sponsored?.isWholeSchool ?? false,
    subject: posting.subject ?? '',
  };
}

/** What the office gave somebody in a school. */
export const officePostings = (member: Pick<Member, 'postings'>, schoolId: string): Posting[] =>
  member.postings.filter(isOfOffice(schoolId));

/** Somebody's postings when the office has given these: other schools, mentees, children stay. */
export function withStaffPostings(
  member: Pick<Member, 'postings'>,
  schoolId: string,
  filled: readonly StaffPosting[],
): Posting[] {
  return withOfficePostings(
    member,
    schoolId,
    filled.map((one) => toPosting(schoolId, one)),
  );
}

/** The same, with the postings as they are stored. */
export const withOfficePostings = (
  member: Pick<Member, 'postings'>,
  schoolId: string,
  postings: readonly Posting[],
): Posting[] => [
  ...postings,
  ...member.postings.filter((posting) => !isOfOffice(schoolId)(posting)),
];

/** The classes that somebody is homeroom teacher of. */
export const homeroomClassesOf = (postings: readonly Posting[], schoolId: string): string[] =>
  postings
    .filter((posting) => posting.schoolId === schoolId && posting.role === 'homeroomTeacher')
    .flatMap(({ classIds }) => classIds ?? []);

/**
 * Somebody's postings without these classes as homeroom teacher. Without any class the posting
 * goes too, unless it is all they have: the office still finds them and gives them something else.
 */
export function withoutHomeroom(
  postings: readonly Posting[],
  schoolId: string,
  classIds: readonly string[],
): Posting[] {
  const isHomeroom = (one: Posting) => one.schoolId === schoolId && one.role === 'homeroomTeacher';
  const hasOtherWork = postings.some(
    (one) => one.schoolId === schoolId && one.role !== 'guardian' && !isHomeroom(one),
  );
  return postings.flatMap((posting) => {
    if (!isHomeroom(posting)) return [posting];
    const kept = (posting.classIds ?? []).filter((classId) => !classIds.includes(classId));
    return kept.length > 0 || !hasOtherWork ? [{ ...posting, classIds: kept }] : [];
  });
}

const holds = (postings: readonly Posting[], schoolId: string, role: Role): boolean =>
  postings.some((posting) => posting.schoolId === schoolId && posting.role === role);

/**
 * Whether a change of somebody's postings makes or unmakes a principal. The principal stands above
 * the offices: only a principal does that, or anybody of the offices while there is none.
 */
export const changesPrincipal = (
  before: readonly Posting[],
  after: readonly Posting[],
  schoolId: string,
): boolean => holds(before, schoolId, 'principal') !== holds(after, schoolId, 'principal');

const ARRANGING: readonly Role[] = ['principal', 'studentAffairsOffice', 'academicAffairsOffice'];

/** Whether somebody may arrange the staff: a school must always have one who does. */
export const arranges = ({ postings }: Pick<Member, 'postings'>, schoolId: string): boolean =>
  ARRANGING.some((role) => holds(postings, schoolId, role));

export const isPrincipal = ({ postings }: Pick<Member, 'postings'>, schoolId: string): boolean =>
  holds(postings, schoolId, 'principal');
