import type { Member } from '../../../domain/access/roles';
import { staffPostings } from '../../../domain/access/staff';
import { AppError } from '../../../domain/errors';
import {
  type HealthCondition,
  healthConditionIdOf,
} from '../../../domain/health-register/health-register.schema';
import type {
  AssignEnrolment,
  CloseEnrolment,
  RecordEnrolment,
  VoidLeaving,
} from '../../../domain/leaving/enrolment.schema';
import { menteesOf, withMentees } from '../../../domain/mentoring/mentorship.rules';
import type { Mentorship } from '../../../domain/mentoring/mentorship.schema';
import type { z } from '../../../domain/schema';
import {
  NO_MENTOR,
  NO_TALK,
  type SchoolClass,
  type Student,
} from '../../../domain/school/roster.schema';
import { changedStamps, newStamps } from '../../kernel/database';
import { reopenSheets } from '../../kernel/reopen-sheets';
import type { Transaction } from '../../kernel/transaction';
import { closeMentorship, releaseMentees } from '../move-mentees';
import { readOpenRounds } from '../open-rounds.store';
import type { Caller } from '../procedure';
import {
  readClass,
  readClassStudents,
  readStudent,
  subjectOfClass,
  subjectOfStudent,
} from '../roster.store';
import { changeStudent, refuse } from './change-student';

const placeIn = ({ _id, divisionId, entryYear, stage, number }: SchoolClass) => ({
  classId: _id,
  divisionId,
  classIdentity: { entryYear, stage, number },
});

/** The counter of a class moves with its students. */
async function countIn(tx: Transaction, classId: string, by: 1 | -1): Promise<void> {
  const schoolClass = await tx.get<SchoolClass>('classes', classId);
  if (!schoolClass) return;
  const studentCount = Math.max(0, schoolClass.studentCount + by);
  await tx.put<SchoolClass>('classes', { ...schoolClass, studentCount });
}

/** Whoever must know of a child's health teaches them where they are now (S4-281). */
async function moveRegister(tx: Transaction, studentId: string, to: SchoolClass): Promise<void> {
  const found = await tx.get<HealthCondition>('healthConditions', healthConditionIdOf(studentId));
  if (found) await tx.put<HealthCondition>('healthConditions', { ...found, ...placeIn(to) });
}

/** One more student, by hand. Two of one name in a class need a number to be told apart. */
export async function recordEnrolment(ctx: Caller, input: z.infer<typeof RecordEnrolment>) {
  const { studentId, classId, writeId, name, sex, studentNumber } = input;
  const [schoolClass, roster, rounds] = await Promise.all([
    readClass(classId),
    readClassStudents(ctx.school._id, classId),
    readOpenRounds(ctx.school._id),
  ]);
  const why = ctx.access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');
  if (schoolClass.closedOn) refuse('这个班已经停用，请换一个班。');
  const namesake = roster.find((one) => one.name === name && one._id !== studentId);
  if (namesake && studentNumber === '') {
    refuse(
      namesake.status === 'left'
        ? `${name}以前在这个班，已经离校。若是同一个人，请在档案里撤销离校；若不是，请填学号。`
        : `这个班已经有一位${name}。若是另一个人，请填学号，好分得清。`,
    );
  }
  const student: Student = {
    ...{ _id: studentId, ...newStamps(ctx), name, sex },
    studentNumber: studentNumber === '' ? null : studentNumber,
    ...placeIn(schoolClass),
    ...{ ...NO_MENTOR, ...NO_TALK, lastVisitOn: null, status: 'enrolled', lastWriteId: writeId },
  };
  return changeStudent(ctx, {
    ...{ action: 'enrolment.record', why, edit: { studentId, rev: 0, writeId }, begin: student },
    change: (base) => Promise.resolve(base),
    async beside(tx) {
      await countIn(tx, classId, 1);
      await reopenSheets(tx, ctx, rounds, schoolClass, [studentId]);
    },
  });
}

/** Into another class: records stay where they were written, new ones belong to the new class. */
export async function assignEnrolment(ctx: Caller, input: z.infer<typeof AssignEnrolment>) {
  const [student, to, rounds] = await Promise.all([
    readStudent(input.studentId),
    readClass(input.classId),
    readOpenRounds(ctx.school._id),
  ]);
  const why = ctx.access.authorize(subjectOfStudent(student));
  ctx.access.authorize(subjectOfClass(to));
  if (!student || !to) throw new Error('authorized without a student');
  if (student.status === 'left') throw new AppError('studentLeft');
  if (to.closedOn) refuse('这个班已经停用，请换一个班。');
  return changeStudent(ctx, {
    ...{ action: 'enrolment.assign', why, edit: input },
    change: (base) => Promise.resolve({ ...base, ...placeIn(to) }),
    async beside(tx, base) {
      if (base.classId === to._id) return;
      await countIn(tx, base.classId, -1);
      await countIn(tx, to._id, 1);
      await moveRegister(tx, base._id, to);
      await reopenSheets(tx, ctx, rounds, to, [base._id]);
    },
  });
}

/**
 * A student leaves: from now on everything about them is only read. The class counts one less and
 * the mentorship ends; guardians go on reading what they have read (S4-205).
 */
export async function closeEnrolment(ctx: Caller, input: z.infer<typeof CloseEnrolment>) {
  const { on, reason } = input;
  const student = await readStudent(input.studentId);
  const why = ctx.access.authorize(subjectOfStudent(student));
  if (on > ctx.today) refuse('离校的日期还没有到，请到那天再登记。');
  return changeStudent(ctx, {
    ...{ action: 'enrolment.close', why, edit: input, reason },
    async change(base, tx) {
      if (base.status === 'left') throw new AppError('studentLeft');
      await closeMentorship(tx, ctx, base);
      const { mentorshipId } = base;
      return { ...base, ...NO_MENTOR, status: 'left', left: { on, reason, mentorshipId } };
    },
    async beside(tx, base) {
      await releaseMentees(tx, ctx, [base]);
      await countIn(tx, base.classId, -1);
    },
  });
}

/** The student has not left after all: enrolled again, with the mentor they had. */
export async function voidLeaving(ctx: Caller, input: z.infer<typeof VoidLeaving>) {
  const [student, rounds] = await Promise.all([
    readStudent(input.studentId),
    readOpenRounds(ctx.school._id),
  ]);
  const why = ctx.access.authorize(subjectOfStudent(student));
  return changeStudent(ctx, {
    ...{ action: 'enrolment.close', why, edit: input, reason: '撤销离校' },
    async change({ left, ...base }, tx) {
      if (base.status !== 'left') refuse('这名学生在校，不用撤销。');
      if (base.forgottenOn) refuse('保存期限已过，姓名已经抹去，不能撤销。');
      const mentor = await mentorAgain(tx, ctx, left?.mentorshipId ?? null, base._id);
      return { ...base, ...mentor, status: 'enrolled' };
    },
    async beside(tx, { _id, classId, divisionId }) {
      await countIn(tx, classId, 1);
      await reopenSheets(tx, ctx, rounds, { _id: classId, divisionId }, [_id]);
    },
  });
}

/** Open the mentorship again, if its mentor is still here. */
async function mentorAgain(
  tx: Transaction,
  ctx: Caller,
  mentorshipId: string | null,
  studentId: string,
): Promise<Partial<Student>> {
  const ended = mentorshipId ? await tx.get<Mentorship>('mentorships', mentorshipId) : null;
  const mentor = ended ? await tx.get<Member>('members', ended.mentorId) : null;
  if (!ended || !mentor || staffPostings(mentor, ctx.school._id).length === 0) return NO_MENTOR;
  await tx.put<Mentorship>('mentorships', { ...ended, ...changedStamps(ended, ctx), until: null });
  const mentees = [...new Set([...menteesOf(mentor, ctx.school._id), studentId])];
  const postings = withMentees(mentor.postings, ctx.school._id, mentees);
  await tx.put<Member>('members', { ...mentor, postings });
  const { _id, mentorId, mentorName, from } = ended;
  return { mentorId, mentorName, mentorshipId: _id, mentorSince: from };
}
