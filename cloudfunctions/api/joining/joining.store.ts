import type { Subject } from '../../../domain/access/scopes';
import type { Consent } from '../../../domain/joining/consent';
import {
  type GuardianCode,
  type GuardianRequest,
  MAX_OWN_REQUESTS,
  MAX_REQUESTS,
} from '../../../domain/joining/guardian-request.schema';
import {
  INVITATION_PAGE,
  type StaffInvitation,
} from '../../../domain/joining/staff-invitation.schema';
import { MAX_CLASS_SIZE } from '../../../domain/school/roster.schema';
import type { School } from '../../../domain/school/school.schema';
import { readMany, readOne } from '../../kernel/database';

export const readGuardianCode = (code: string): Promise<GuardianCode | null> =>
  readOne<GuardianCode>('guardianCodes', code);

const MAX_CODES = 5;

/** The codes of a class, those that end last first. */
export const readGuardianCodes = (schoolId: string, classId: string): Promise<GuardianCode[]> =>
  readMany<GuardianCode>('guardianCodes', {
    where: { schoolId, classId },
    orderBy: [['expiresAt', 'desc']],
    limit: MAX_CODES,
  });

export const readRequest = (requestId: string): Promise<GuardianRequest | null> =>
  readOne<GuardianRequest>('guardianRequests', requestId);

/** What rights are asked about: the class, not the child that was named. */
export const subjectOfRequest = (request: GuardianRequest | null): Subject | null =>
  request && {
    schoolId: request.schoolId,
    divisionId: request.divisionId,
    classId: request.classId,
  };

/** Those of a class that wait for its homeroom teacher, the oldest first. */
export const readOpenRequests = (schoolId: string, classId: string): Promise<GuardianRequest[]> =>
  readMany<GuardianRequest>('guardianRequests', {
    where: { schoolId, classId, state: 'open' },
    orderBy: [['updatedAt', 'asc']],
    limit: MAX_REQUESTS,
  });

/** What one phone has asked for, in any school: it is of no school yet. */
export const readOwnRequests = (memberId: string): Promise<GuardianRequest[]> =>
  readMany<GuardianRequest>('guardianRequests', {
    where: { memberId },
    orderBy: [['updatedAt', 'desc']],
    limit: MAX_OWN_REQUESTS,
  });

const GUARDIANS_A_CHILD = 4;

/** Who has been let in to the children of a class, and who has gone. */
export const readConsentsOfClass = (schoolId: string, classId: string): Promise<Consent[]> =>
  readMany<Consent>('consents', {
    where: { schoolId, classId },
    orderBy: [['agreedAt', 'asc']],
    limit: MAX_CLASS_SIZE * GUARDIANS_A_CHILD,
  });

export const readConsentsOfMember = (schoolId: string, memberId: string): Promise<Consent[]> =>
  readMany<Consent>('consents', {
    where: { schoolId, memberId },
    limit: MAX_OWN_REQUESTS,
  });

export const readInvitation = (code: string): Promise<StaffInvitation | null> =>
  readOne<StaffInvitation>('staffInvitations', code);

/** The latest invitations of a school. */
export const readInvitations = (schoolId: string): Promise<StaffInvitation[]> =>
  readMany<StaffInvitation>('staffInvitations', {
    where: { schoolId },
    orderBy: [['createdAt', 'desc']],
    limit: INVITATION_PAGE,
  });

/** Whether any school lets its staff in by phone: else no number is asked for. */
export const readPhoneSchools = (): Promise<Pick<School, '_id' | 'joinsByPhone'>[]> =>
  readMany<School>('schools', {
    where: { joinsByPhone: true },
    fields: ['joinsByPhone'],
    limit: MAX_PHONE_SCHOOLS,
  });

/** Schools that share one deployment. */
const MAX_PHONE_SCHOOLS = 100;
/** Somebody teaches at few schools. */
const MAX_OF_PHONE = 10;

/** The invitations that an office prepared for whoever has this phone, of any school. */
export const readInvitationsOfPhone = (phone: string): Promise<StaffInvitation[]> =>
  readMany<StaffInvitation>('staffInvitations', {
    where: { phone },
    limit: MAX_OF_PHONE,
  });
