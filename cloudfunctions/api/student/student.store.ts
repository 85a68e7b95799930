import type { ScopeFilter } from '../../../domain/access/scopes';
import {
  MAX_CLASS_SIZE,
  MAX_CLASSES,
  type SchoolClass,
  type Student,
} from '../../../domain/school/roster.schema';
import { oneOf, readMany, scopeCondition } from '../../kernel/database';

/** The classes within a reach, lowest grade first, in the order a school reads them. */
export async function readClasses(schoolId: string, filter: ScopeFilter): Promise<SchoolClass[]> {
  const classLevel =
    filter === 'everything' ? filter : filter.filter(({ field }) => field !== 'studentId');
  const where = scopeCondition(schoolId, classLevel, { classId: '_id' });
  if (!where) return [];
  return readMany<SchoolClass>('classes', {
    where,
    orderBy: [
      ['entryYear', 'desc'],
      ['number', 'asc'],
    ],
    limit: MAX_CLASSES,
  });
}

/** Mentees and own children: named one by one in the reader's postings. */
export async function readNamedStudents(schoolId: string, ids: string[]): Promise<Student[]> {
  if (ids.length === 0) return [];
  return readMany<Student>('students', {
    where: { schoolId, _id: oneOf(ids) },
    limit: MAX_CLASS_SIZE,
  });
}
