import type { Member, Posting, Role } from '../access/roles';
import {
  filterOf,
  reaches,
  type Scope,
  type ScopeFilter,
  type Subject,
  type SubjectField,
} from '../access/scopes';
import type { Duty, SubjectKind } from './duty.schema';
import type { DutyInWindow } from './regulation';

/** How far each role's duties reach. */
const SCOPE_OF: Record<Role, Scope> = {
  principal: 'school',
  leader: 'sponsored',
  studentAffairsOffice: 'school',
  academicAffairsOffice: 'school',
  divisionHead: 'division',
  homeroomTeacher: 'class',
  subjectTeacher: 'class',
  mentor: 'mentees',
  counsellor: 'school',
  guardian: 'ownChild',
};

/** The one list of a leader's sponsorship that a duty speaks of. */
const FIELD_OF: Partial<Record<SubjectKind, SubjectField>> = {
  division: 'divisionId',
  class: 'classId',
  student: 'studentId',
};

/** A leader who sponsors the whole school owes what is owed by name to those named only. */
const asNamed = (posting: Posting): Posting => ({
  ...posting,
  ...(posting.sponsored && { sponsored: { ...posting.sponsored, isWholeSchool: false } }),
});

/**
 * For whom a posting owes a duty, as a filter over the subjects; null when it owes nothing. A
 * leader who sponsors a division owes no weekly talk to each student in it: only to those named.
 */
export function subjectsOwed(duty: Duty, posting: Posting, member: Member): ScopeFilter | null {
  if (duty.who !== posting.role) return null;
  if (duty.forWhom === 'school') return 'everything';
  if (duty.forWhom === 'self') return filterOf('self', posting, member);
  const filter = filterOf(SCOPE_OF[posting.role], asNamed(posting), member);
  if (filter === 'everything') return filter;
  const field = FIELD_OF[duty.forWhom];
  const fitting =
    posting.role === 'leader' ? filter.filter((part) => part.field === field) : filter;
  return fitting.length > 0 ? fitting : null;
}

const LEADING: readonly Role[] = [
  ...(['principal', 'leader', 'studentAffairsOffice', 'academicAffairsOffice'] as const),
];
const OF_CLASS: readonly Role[] = [...LEADING, 'divisionHead', 'homeroomTeacher'];

/** Who may owe a duty for such a subject: whoever can be told for which ones. */
export const OWNERS: Record<SubjectKind, readonly Role[]> = {
  school: LEADING,
  division: [...LEADING, 'divisionHead'],
  class: [...OF_CLASS, 'subjectTeacher'],
  student: ['leader', 'homeroomTeacher'],
  mentee: ['mentor'],
  child: ['guardian'],
  self: [...OF_CLASS, 'subjectTeacher', 'mentor', 'counsellor'],
};

/** A class as duties see it. */
export interface OwingClass {
  _id: string;
  divisionId: string;
}

/**
 * The ids that a duty is owed for, once the classes within reach are known. Students are named by
 * whoever has them; a whole school's are counted elsewhere.
 */
export function subjectIdsIn(
  { duty, subjects }: Owed,
  schoolId: string,
  classes: readonly OwingClass[],
): string[] {
  const named = (field: SubjectField): string[] =>
    subjects === 'everything'
      ? []
      : subjects.filter((part) => part.field === field).flatMap((part) => part.in);
  switch (duty.forWhom) {
    case 'school':
      return [schoolId];
    case 'self':
      return named('memberId');
    case 'student':
    case 'mentee':
    case 'child':
      return named('studentId');
    case 'division':
      return subjects === 'everything'
        ? [...new Set(classes.map(({ divisionId }) => divisionId))]
        : named('divisionId');
    case 'class':
      return [
        ...named('classId'),
        ...classes
          .filter(
            ({ divisionId }) =>
              subjects === 'everything' || named('divisionId').includes(divisionId),
          )
          .map(({ _id }) => _id),
      ];
  }
}

/** Whether a duty is owed for classes or divisions that only the roster names. */
export const isWide = ({ duty, subjects }: Owed): boolean =>
  (duty.forWhom === 'class' || duty.forWhom === 'division') &&
  (subjects === 'everything' ||
    (duty.forWhom === 'class' && subjects.some(({ field }) => field === 'divisionId')));

/** A duty in its window, and for whom this person owes it. */
export interface Owed extends DutyInWindow {
  subjects: ScopeFilter;
}

/** What a member owes in a school, of these windows. */
export function owedBy(member: Member, schoolId: string, windows: readonly DutyInWindow[]): Owed[] {
  const postings = member.postings.filter((posting) => posting.schoolId === schoolId);
  return windows.flatMap(({ duty, window }) =>
    postings.flatMap((posting) => {
      const subjects = subjectsOwed(duty, posting, member);
      return subjects === null ? [] : [{ duty, window, subjects }];
    }),
  );
}

/** Work for the school, or of one's own, is done in every role that one has there. */
const isOfNoPart = ({ divisionId, classId, studentId }: Subject): boolean =>
  [divisionId, classId, studentId].every((id) => id === undefined);

/** The roles by which somebody reaches a subject: what they did may settle a duty of theirs. */
export const rolesTowards = (member: Member, subject: Subject): Role[] =>
  member.postings
    .filter((posting) =>
      isOfNoPart(subject)
        ? posting.schoolId === subject.schoolId
        : reaches(SCOPE_OF[posting.role], posting, member, subject),
    )
    .map(({ role }) => role);
