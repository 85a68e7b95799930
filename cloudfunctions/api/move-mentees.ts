import type { Member } from '../../domain/access/roles';
import { menteesOf, withMentees } from '../../domain/mentoring/mentorship.rules';
import type { Mentorship } from '../../domain/mentoring/mentorship.schema';
import type { Student } from '../../domain/school/roster.schema';
import { changedStamps, newStamps } from '../kernel/database';
import type { Transaction } from '../kernel/transaction';
import type { Caller } from './procedure';

/** Close what is open; a student from before mentorships were kept has nothing to close. */
export async function closeMentorship(
  tx: Transaction,
  ctx: Caller,
  { mentorshipId }: Pick<Student, 'mentorshipId'>,
): Promise<void> {
  if (!mentorshipId) return;
  const open = await tx.get<Mentorship>('mentorships', mentorshipId);
  if (!open) return;
  await tx.put('mentorships', { ...open, ...changedStamps(open, ctx), until: ctx.today });
}

interface Beginning {
  mentorshipId: string;
  student: Student;
  mentor: Pick<Member, '_id' | 'name'>;
  reason: string;
}

/** Begin another, and let the student say so. */
export async function beginMentorship(
  tx: Transaction,
  ctx: Caller,
  { mentorshipId, student, mentor, reason }: Beginning,
): Promise<void> {
  const mentorship: Mentorship = {
    _id: mentorshipId,
    ...newStamps(ctx),
    studentId: student._id,
    classId: student.classId,
    divisionId: student.divisionId,
    mentorId: mentor._id,
    mentorName: mentor.name,
    from: ctx.today,
    until: null,
    reason,
  };
  await tx.put('mentorships', mentorship);
  await tx.put<Student>('students', {
    ...student,
    mentorId: mentor._id,
    mentorName: mentor.name,
    mentorshipId,
    mentorSince: ctx.today,
  });
}

/** Take students out of the postings of those who were their mentors: their rights end with it. */
export async function releaseMentees(
  tx: Transaction,
  ctx: Caller,
  students: readonly Pick<Student, '_id' | 'mentorId'>[],
): Promise<void> {
  const { _id: schoolId } = ctx.school;
  const formerIds = new Set(students.flatMap(({ mentorId }) => mentorId ?? []));
  const released = new Set(students.map(({ _id }) => _id));
  for (const formerId of formerIds) {
    const former = await tx.get<Member>('members', formerId);
    // Whoever has left the school is mentor of nobody already.
    const mentees = former ? menteesOf(former, schoolId) : [];
    if (!former || !mentees.some((studentId) => released.has(studentId))) continue;
    const kept = mentees.filter((studentId) => !released.has(studentId));
    const postings = withMentees(former.postings, schoolId, kept);
    await tx.put('members', { ...former, postings });
  }
}
