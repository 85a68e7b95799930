import type { Member } from '../../../domain/access/roles';
import {
  MAX_CLASS_SIZE,
  MAX_CLASSES,
  type SchoolClass,
  type Student,
} from '../../../domain/school/roster.schema';
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

/** Of each student of a class, who their mentor is. */
export const readMentorsOfClass = (
  schoolId: string,
  classId: string,
): Promise<Pick<Student, 'mentorId' | 'mentorName'>[]> =>
  readMany<Student>('students', {
    where: { schoolId, classId, status: 'enrolled' },
    limit: MAX_CLASS_SIZE,
    fields: ['mentorId', 'mentorName'],
  });
