import type { Grant } from '../../../domain/access/can';
import type { Member } from '../../../domain/access/roles';
import { staffPostings } from '../../../domain/access/staff';
import { AppError } from '../../../domain/errors';
import { menteesOf, withMentees } from '../../../domain/mentoring/mentorship.rules';
import {
  type AssignMentorship,
  type Mentorship,
  mentorshipIdOf,
} from '../../../domain/mentoring/mentorship.schema';
import type { z } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import { auditIdOf, auditOf } from '../../kernel/audit';
import { changedStamps, newStamps } from '../../kernel/database';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import { readMember } from '../members.store';
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

/** Close what is open; a student from before mentorships were kept has nothing to close. */
async function closeMentorship(tx: Transaction, ctx: Caller, student: Student): Promise<void> {
  if (!student.mentorshipId) return;
  const open = await tx.get<Mentorship>('mentorships', student.mentorshipId);
  if (!open) return;
  await tx.put('mentorships', { ...open, ...changedStamps(open, ctx), until: ctx.today });
}

async function beginMentorship(
  tx: Transaction,
  ctx: Caller,
  { student, mentor, input }: { student: Student; mentor: Member; input: Input },
): Promise<void> {
  const mentorship: Mentorship = {
    _id: mentorshipIdOf(input.writeId, student._id),
    ...newStamps(ctx),
    studentId: student._id,
    classId: student.classId,
    divisionId: student.divisionId,
    mentorId: mentor._id,
    mentorName: mentor.name,
    from: ctx.today,
    until: null,
    reason: input.reason,
  };
  await tx.put('mentorships', mentorship);
  await tx.put('students', {
    ...student,
    mentorId: mentor._id,
    mentorName: mentor.name,
    mentorshipId: mentorship._id,
    mentorSince: ctx.today,
  });
}

/** Take students out of the postings of those who were their mentors: their rights end with it. */
async function releaseMentees(tx: Transaction, ctx: Caller, students: Student[]): Promise<void> {
  const { _id: schoolId } = ctx.school;
  const formerIds = new Set(students.flatMap(({ mentorId }) => mentorId ?? []));
  const released = new Set(students.map(({ _id }) => _id));
  for (const formerId of formerIds) {
    const former = await tx.get<Member>('members', formerId);
    if (!former) continue;
    const kept = menteesOf(former, schoolId).filter((studentId) => !released.has(studentId));
    const postings = withMentees(former.postings, schoolId, kept);
    await tx.put('members', { ...former, postings });
  }
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
      await beginMentorship(tx, ctx, { student, mentor, input });
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
