import type { ScopeFilter } from '../../../domain/access/scopes';
import {
  MAX_MENTEES,
  MENTORSHIP_PAGE,
  type Mentorship,
} from '../../../domain/mentoring/mentorship.schema';
import type { Student } from '../../../domain/school/roster.schema';
import { command } from '../../kernel/cloud';
import { readMany, scopeCondition } from '../../kernel/database';

/** A student's mentors, the present one first. */
export const readMentorships = (schoolId: string, studentId: string): Promise<Mentorship[]> =>
  readMany<Mentorship>('mentorships', {
    where: { schoolId, studentId },
    orderBy: [['from', 'desc']],
    limit: MENTORSHIP_PAGE,
  });

/** The mentees within a reach. */
export async function readMentees(schoolId: string, filter: ScopeFilter): Promise<Student[]> {
  const where = scopeCondition(schoolId, filter, { studentId: '_id' });
  if (!where) return [];
  return readMany<Student>('students', {
    where: command.and([where, { status: 'enrolled' }]),
    limit: MAX_MENTEES,
  });
}

/** More than a term leaves without a mentor; those beyond show when these have one. */
export const MAX_WITHOUT_MENTOR = 200;

/** Students in reach whom nobody is mentor of, in no order. */
export async function readWithoutMentor(
  schoolId: string,
  filter: ScopeFilter,
): Promise<Pick<Student, '_id' | 'classId'>[]> {
  const reach = scopeCondition(schoolId, filter, { studentId: '_id' });
  if (!reach) return [];
  return readMany<Pick<Student, '_id' | 'classId'>>('students', {
    where: command.and([reach, { schoolId, mentorId: null, status: 'enrolled' }]),
    fields: ['classId'],
    limit: MAX_WITHOUT_MENTOR,
  });
}
