import { MAX_CLASS_SIZE, type Student } from '../../../domain/school/roster.schema';
import { oneOf, readMany } from '../../kernel/database';

/** Mentees and own children: named one by one in the reader's postings. */
export async function readNamedStudents(schoolId: string, ids: string[]): Promise<Student[]> {
  if (ids.length === 0) return [];
  return readMany<Student>('students', {
    where: { schoolId, _id: oneOf(ids) },
    limit: MAX_CLASS_SIZE,
  });
}
