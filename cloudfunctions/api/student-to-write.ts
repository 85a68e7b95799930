import type { Grant } from '../../domain/access/can';
import { AppError } from '../../domain/errors';
import type { Student } from '../../domain/school/roster.schema';
import type { Caller } from './procedure';
import { readStudent, subjectOfStudent } from './roster.store';

/** The student whose record is to be written, with the grant; those who left are only read. */
export async function studentToWrite(
  ctx: Caller,
  studentId: string,
): Promise<{ student: Student; why: Grant }> {
  const student = await readStudent(studentId);
  const why = ctx.access.authorize(subjectOfStudent(student));
  if (!student) throw new Error('authorized without a student');
  if (student.status === 'left') throw new AppError('studentLeft');
  return { student, why };
}
