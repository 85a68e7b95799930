import type { Member } from '../../../domain/access/roles';
import type { ScopeFilter } from '../../../domain/access/scopes';
import { STAFF_ROLES } from '../../../domain/mentoring/mentorship.rules';
import {
  MAX_MENTEES,
  MAX_STAFF,
  MENTORSHIP_PAGE,
  type Mentorship,
} from '../../../domain/mentoring/mentorship.schema';
import type { Student } from '../../../domain/school/roster.schema';
import { command } from '../../kernel/cloud';
import { oneOf, readMany, readOne, scopeCondition } from '../../kernel/database';

export const readMember = (memberId: string): Promise<Member | null> =>
  readOne<Member>('members', memberId);

/** Everybody of the school's staff; guardians are not read. */
export const readStaff = (schoolId: string): Promise<Member[]> =>
  readMany<Member>('members', {
    where: { 'postings.schoolId': schoolId, 'postings.role': oneOf(STAFF_ROLES) },
    fields: ['name', 'postings'],
    limit: MAX_STAFF,
  });

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
