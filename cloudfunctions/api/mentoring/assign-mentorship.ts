import type { Grant } from '../../../domain/access/can';
import type { Member } from '../../../domain/access/roles';
import { staffPostings } from '../../../domain/access/staff';
import { AppError } from '../../../domain/errors';
import { menteesOf, withMentees } from '../../../domain/mentoring/mentorship.rules';
import { type AssignMentorship, mentorshipIdOf } from '../../../domain/mentoring/mentorship.schema';
import type { z } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import { auditIdOf, auditOf } from '../../kernel/audit';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import { readMember } from '../members.store';
import { beginMentorship, closeMentorship, releaseMentees } from '../move-mentees';
import type { Caller } from '../procedure';
import { readStudents, subjectOfStudent } from '../roster.store';

type Input = z.infer<typeof AssignMentorship>;

/** Everybody must be within reach: the grant for the first is the one that is recorded. */
async function authorizeAll(ctx: Caller, { students, mentorId }: Input): Promise<Grant> {
  const ids = students.map(({ studentId }) => studentId);
  const [found, mentor] = await Promise.all([
    readStudents(ctx.school._id, ids),
    readMember(mentorId),
  ]);
  const grants = ids.map((studentId) =>
    ctx.access.authorize(subjectOfStudent(found.find(({ _id }) => _id === studentId) ?? null)),
  );
  const isStaff = mentor !== null && staffPostings(mentor, ctx.school._id).length > 0;
  if (!isStaff) throw new AppError('mentorUnknown');
  return grants[0] as Grant;
}

/** The students as they stand, without those whose mentor it already is. */
async function studentsToAssign(tx: Transaction, input: Input): Promise<Student[]> {
  const wanted: Student[] = [];
  for (const { studentId, mentorshipId } of input.students) {
    const student = await tx.get<Student>('students', studentId);
    if (!student) throw new AppError('notFound');
    if (student.mentorId === input.mentorId) continue;
    if (student.status === 'left') throw new AppError('studentLeft');
    if (student.mentorshipId !== mentorshipId) {
      throw new AppError('stale', {
        sentence: `${student.name}的导师刚刚被改为${student.mentorName ?? '空缺'}，请刷新后再安排。`,
      });
    }
    wanted.push(student);
  }
  return wanted;
}

/**
 * Give students to a mentor, one or many at once, all or nothing (S4-205, S4-285). The student, the
 * mentor's posting and the history change together, so rights hold at the next tap. One line of
 * audit stands for the write; each mentorship says who made it.
 */
export async function assignMentorship(ctx: Caller, input: Input) {
  const { school } = ctx;
  const why = await authorizeAll(ctx, input);
  const auditId = auditIdOf(input.mentorId, input.writeId);

  return inTransaction(async (tx) => {
    const mentor = await tx.get<Member>('members', input.mentorId);
    if (!mentor) throw new AppError('mentorUnknown');
    const present = (studentIds: string[]) => ({
      mentor: { id: mentor._id, name: mentor.name, mentees: studentIds.length },
    });
    const before = menteesOf(mentor, school._id);
    if (await tx.get('audits', auditId)) return present(before);

    const students = await studentsToAssign(tx, input);
    const mentees = [...new Set([...before, ...students.map(({ _id }) => _id)])];
    if (students.length > 0 && mentees.length > school.mentoring.capacity) {
      const { capacity } = school.mentoring;
      throw new AppError('mentorFull', {
        sentence: `${mentor.name}已有 ${before.length} 名受导学生，学校定的上限是 ${capacity} 名，请少选几名或换一位导师。`,
      });
    }
    for (const student of students) {
      await closeMentorship(tx, ctx, student);
      await beginMentorship(tx, ctx, {
        mentorshipId: mentorshipIdOf(input.writeId, student._id),
        ...{ student, mentor, reason: input.reason },
      });
    }
    await releaseMentees(tx, ctx, students);
    const postings = withMentees(mentor.postings, school._id, mentees);
    await tx.put('members', { ...mentor, postings });
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'mentorship.assign',
        collection: 'members',
        documentId: mentor._id,
        studentId: students.length === 1 ? (students[0]?._id ?? null) : null,
        why,
        ...(input.reason !== '' && { reason: input.reason }),
      }),
    );
    return present(mentees);
  });
}
