import type { Subject } from '../../domain/access/scopes';
import { MAX_CLASS_SIZE, type SchoolClass, type Student } from '../../domain/school/roster.schema';
import { readMany, readOne } from '../kernel/database';

/** The roster is a foundation that every feature reads; each request here is one trip. */

export const readStudent = (studentId: string): Promise<Student | null> =>
  readOne<Student>('students', studentId);

export const readClass = (classId: string): Promise<SchoolClass | null> =>
  readOne<SchoolClass>('classes', classId);

/** Those who have left too: their records stay. */
export const readClassStudents = (schoolId: string, classId: string): Promise<Student[]> =>
  readMany<Student>('students', { where: { schoolId, classId }, limit: MAX_CLASS_SIZE * 2 });

/** What rights are asked about; null for what does not exist. */
export const subjectOfClass = (item: SchoolClass | null): Subject | null =>
  item && { schoolId: item.schoolId, divisionId: item.divisionId, classId: item._id };

export const subjectOfStudent = (student: Student | null): Subject | null =>
  student && {
    schoolId: student.schoolId,
    divisionId: student.divisionId,
    classId: student.classId,
    studentId: student._id,
  };
