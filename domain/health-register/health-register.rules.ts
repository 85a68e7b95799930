import type { Member } from '../access/roles';
import type { Student } from '../school/roster.schema';
import type { HealthCondition } from './health-register.schema';

type Whose = Pick<HealthCondition, 'schoolId' | 'classId' | 'studentId'>;
type Acknowledged = Pick<HealthCondition, 'wordsRev' | 'acknowledgements'>;

const teaches = ({ schoolId, classId }: Whose, { postings }: Pick<Member, 'postings'>): boolean =>
  postings.some(
    ({ schoolId: of, role, classIds }) =>
      of === schoolId &&
      (role === 'homeroomTeacher' || role === 'subjectTeacher') &&
      classIds?.includes(classId),
  );

/** Everybody who teaches the child or is their mentor must know (S4-281), whoever that is today. */
export const mustKnow = (condition: Whose, member: Pick<Member, 'postings'>): boolean =>
  teaches(condition, member) ||
  member.postings.some(
    ({ schoolId, role, studentIds }) =>
      schoolId === condition.schoolId &&
      role === 'mentor' &&
      studentIds?.includes(condition.studentId),
  );

/** Whether somebody has acknowledged the wording that stands; an earlier one does not count. */
export const hasAcknowledged = (
  { acknowledgements, wordsRev }: Acknowledged,
  memberId: string,
): boolean => acknowledgements.some((one) => one.memberId === memberId && one.ofRev === wordsRev);

/**
 * Who must know, as names: who has said so, and who has not. Taken from those who teach the class
 * today, so a teacher who is new to it stands among the waiting by themselves.
 */
export function acknowledgementsOf(
  condition: Whose & Acknowledged,
  teachers: readonly Member[],
  { mentorId, mentorName }: Pick<Student, 'mentorId' | 'mentorName'>,
): { done: string[]; waiting: string[] } {
  const concerned = new Map(
    teachers.filter((one) => teaches(condition, one)).map(({ _id, name }) => [_id, name]),
  );
  if (mentorId !== null) concerned.set(mentorId, mentorName ?? '');
  const names = (isDone: boolean) =>
    [...concerned]
      .filter(([id]) => hasAcknowledged(condition, id) === isDone)
      .map(([, name]) => name);
  return { done: names(true), waiting: names(false) };
}
