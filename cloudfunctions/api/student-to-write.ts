import type { Grant } from '../../domain/access/can';
import type { Action } from '../../domain/access/permissions';
import { AppError } from '../../domain/errors';
import type { Student } from '../../domain/school/roster.schema';
import type { Caller } from './procedure';
import { readStudent, subjectOfStudent } from './roster.store';

/**
 * The student whose record is to be written, with the grant; those who left are only read. `as`
 * where the record decides which right is asked.
 */
export async function studentToWrite(
  ctx: Caller,
  studentId: string,
  as?: Action,
): Promise<{ student: Student; why: Grant }> {
  const student = await readStudent(studentId);
  const why = ctx.access.authorize(subjectOfStudent(student), as);
  if (!student) throw new Error('authorized without a student');
  if (student.status === 'left') throw new AppError('studentLeft');
  return { student, why };
}
