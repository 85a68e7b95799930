import type { Member } from '../../domain/access/roles';
import { MAX_STAFF, STAFF_ROLES } from '../../domain/access/staff';
import type { StaffRecord } from '../../domain/roster/staff-import.schema';
import { oneOf, readMany, readNamed, readOne } from '../kernel/database';

export const readMember = (memberId: string): Promise<Member | null> =>
  readOne<Member>('members', memberId);

/** Everybody of the school's staff; guardians are not read. */
export const readStaff = (schoolId: string): Promise<Member[]> =>
  readMany<Member>('members', {
    where: { 'postings.schoolId': schoolId, 'postings.role': oneOf(STAFF_ROLES) },
    limit: MAX_STAFF,
  });

const MAX_FIRST_HELPERS = 40;

/** Those who are told of a card that cannot wait: counsellors and principals. */
export const readFirstHelpers = (schoolId: string): Promise<Member[]> =>
  readNamed<Member>('members', 'postings.role', ['counsellor', 'principal'], {
    where: { 'postings.schoolId': schoolId },
    limit: MAX_FIRST_HELPERS,
  });

const OFFICES = ['principal', 'studentAffairsOffice', 'academicAffairsOffice'];
const MAX_OFFICES = 40;

/** Those who may arrange the staff: somebody must always be left. */
export const readOffices = (schoolId: string): Promise<Member[]> =>
  readNamed<Member>('members', 'postings.role', OFFICES, {
    where: { 'postings.schoolId': schoolId },
    limit: MAX_OFFICES,
  });

/** Whoever was brought in twice has two. */
const MAX_RECORDS_OF_ONE = 5;

/** What the office wrote down of one of the staff. */
export const readStaffRecordsOf = (schoolId: string, memberId: string): Promise<StaffRecord[]> =>
  readMany<StaffRecord>('staffRecords', {
    where: { schoolId, memberId },
    limit: MAX_RECORDS_OF_ONE,
  });
