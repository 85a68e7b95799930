import type { Member } from '../../../domain/access/roles';
import { readMany, readNamed } from '../../kernel/database';

const OFFICES = ['principal', 'studentAffairsOffice', 'academicAffairsOffice'];
const MAX_OFFICES = 40;

/** Those who may arrange the staff: somebody must always be left. */
export const readOffices = (schoolId: string): Promise<Member[]> =>
  readNamed<Member>('members', 'postings.role', OFFICES, {
    where: { 'postings.schoolId': schoolId },
    limit: MAX_OFFICES,
  });

const MAX_SPONSORED = 60;

/** The students whom a leader stands for by an open case: that reach belongs to the case. */
export const readStudentsByCase = (
  schoolId: string,
  sponsorId: string,
): Promise<{ studentId: string }[]> =>
  readMany<{ studentId: string }>('attentionCases', {
    where: { schoolId, sponsorId, status: 'open' },
    fields: ['studentId'],
    limit: MAX_SPONSORED,
  });
