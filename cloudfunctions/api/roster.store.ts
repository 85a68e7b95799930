import type { ScopeFilter, Subject, SubjectField } from '../../domain/access/scopes';
import {
  MAX_CLASS_SIZE,
  MAX_CLASSES,
  type SchoolClass,
  type Student,
} from '../../domain/school/roster.schema';
import { readMany, readNamed, readOne, scopeCondition } from '../kernel/database';
import { once } from '../kernel/read-once';

/** The roster is a foundation that every feature reads; each request here is one trip. */

export const readStudent = (studentId: string): Promise<Student | null> =>
  readOne<Student>('students', studentId);

export const readClass = (classId: string): Promise<SchoolClass | null> =>
  readOne<SchoolClass>('classes', classId);

/** What a class can be reached by; a student or a member is no way to a class. */
const OF_CLASSES: readonly SubjectField[] = ['classId', 'divisionId'];

/** The classes within a reach that are not closed, lowest grade first, in the order a school reads them. */
export async function readClasses(
  schoolId: string,
  filter: ScopeFilter,
  { withClosed = false } = {},
): Promise<SchoolClass[]> {
  const classLevel =
    filter === 'everything' ? filter : filter.filter(({ field }) => OF_CLASSES.includes(field));
  const where = scopeCondition(schoolId, classLevel, { classId: '_id' });
  if (!where) return [];
  const classes = await readMany<SchoolClass>('classes', {
    where,
    orderBy: [
      ['entryYear', 'desc'],
      ['number', 'asc'],
    ],
    limit: MAX_CLASSES,
  });
  return withClosed ? classes : classes.filter(({ closedOn }) => !closedOn);
}

/** Named one by one; what does not exist is left out. */
export const readStudents = (schoolId: string, ids: string[]): Promise<Student[]> =>
  once(`students/${schoolId}/${ids.join()}`, () =>
    readNamed<Student>('students', '_id', ids, { where: { schoolId }, limit: ids.length }),
  );

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
