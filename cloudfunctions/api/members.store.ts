import type { Member } from '../../domain/access/roles';
import { MAX_STAFF, STAFF_ROLES } from '../../domain/access/staff';
import { oneOf, readMany, readOne } from '../kernel/database';

export const readMember = (memberId: string): Promise<Member | null> =>
  readOne<Member>('members', memberId);

/** Everybody of the school's staff; guardians are not read. */
export const readStaff = (schoolId: string): Promise<Member[]> =>
  readMany<Member>('members', {
    where: { 'postings.schoolId': schoolId, 'postings.role': oneOf(STAFF_ROLES) },
    limit: MAX_STAFF,
  });
