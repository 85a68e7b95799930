import type { Member } from '../../../domain/access/roles';
import { MAX_CLASSES, type SchoolClass } from '../../../domain/school/roster.schema';
import { readMany, readNamed } from '../../kernel/database';

export const readClassesOfDivision = (
  schoolId: string,
  divisionId: string,
): Promise<SchoolClass[]> =>
  readMany<SchoolClass>('classes', { where: { schoolId, divisionId }, limit: MAX_CLASSES });

const MAX_INVITED = 150;

export const readTeachersOfClasses = (schoolId: string, classIds: string[]): Promise<Member[]> =>
  readNamed<Member>('members', 'postings.classIds', classIds, {
    where: { 'postings.schoolId': schoolId },
    limit: MAX_INVITED,
  });

export const readMembersByRole = (schoolId: string, roles: string[]): Promise<Member[]> =>
  readNamed<Member>('members', 'postings.role', roles, {
    where: { 'postings.schoolId': schoolId },
    limit: MAX_INVITED,
  });
