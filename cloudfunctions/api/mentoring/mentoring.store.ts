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
