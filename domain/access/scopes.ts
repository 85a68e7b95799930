import type { Member, Posting } from './roles';

/**
 * How far a permission reaches. Each scope has two faces that a test proves equal over the whole
 * cast: a predicate over one subject, and a filter for the database.
 */
export const SCOPES = {
  school: '全校',
  sponsored: '包靠',
  division: '本级部',
  class: '本班',
  mentees: '受导学生',
  ownChild: '自己的孩子',
  self: '本人',
} as const;

export type Scope = keyof typeof SCOPES;

/** What a permission is asked about: the ids that scopes look at. */
export interface Subject {
  schoolId: string;
  divisionId?: string | undefined;
  classId?: string | undefined;
  studentId?: string | undefined;
  memberId?: string | undefined;
}

/** A database filter as data: any of these conditions; an empty list matches nothing. */
export type ScopeFilter = 'everything' | { field: SubjectField; in: string[] }[];
export type SubjectField = 'divisionId' | 'classId' | 'studentId' | 'memberId';

type Conditions = { field: SubjectField; in: string[] }[];

const conditionsOf: Record<Exclude<Scope, 'school'>, (p: Posting, member: Member) => Conditions> = {
  sponsored: ({ sponsored }) => [
    { field: 'divisionId', in: sponsored?.divisionIds ?? [] },
    { field: 'classId', in: sponsored?.classIds ?? [] },
    { field: 'studentId', in: sponsored?.studentIds ?? [] },
  ],
  division: ({ divisionIds }) => [{ field: 'divisionId', in: divisionIds ?? [] }],
  class: ({ classIds }) => [{ field: 'classId', in: classIds ?? [] }],
  mentees: ({ studentIds }) => [{ field: 'studentId', in: studentIds ?? [] }],
  ownChild: ({ studentIds }) => [{ field: 'studentId', in: studentIds ?? [] }],
  self: (_posting, member) => [{ field: 'memberId', in: [member._id] }],
};

/** The filter that selects what a posting reaches within its school. */
export function filterOf(scope: Scope, posting: Posting, member: Member): ScopeFilter {
  if (scope === 'school') return 'everything';
  if (scope === 'sponsored' && posting.sponsored?.isWholeSchool) return 'everything';
  return conditionsOf[scope](posting, member).filter((condition) => condition.in.length > 0);
}

/** Whether a posting reaches a subject. */
export function reaches(scope: Scope, posting: Posting, member: Member, subject: Subject): boolean {
  if (posting.schoolId !== subject.schoolId) return false;
  const filter = filterOf(scope, posting, member);
  if (filter === 'everything') return true;
  return filter.some(({ field, in: ids }) => {
    const value = subject[field];
    return value !== undefined && ids.includes(value);
  });
}
