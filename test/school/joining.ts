/** How the cast's guardians came in, who is waiting at the door, and an invitation on its way. */
import {
  CONSENT_VERSION,
  type Consent,
  consentIdOf,
  type Relation,
} from '../../domain/joining/consent';
import type { GuardianCode, GuardianRequest } from '../../domain/joining/guardian-request.schema';
import type { StaffInvitation } from '../../domain/joining/staff-invitation.schema';
import type { StaffRecord } from '../../domain/roster/staff-import.schema';
import type { Stored } from '../../domain/schema';
import { CAST, type CastMember, CLASSES, divisionIdOf, SCHOOL_ID, STUDENTS } from './cast';
import { writeIdOf } from './random';

/** A valid code of 七年级(3)班 for guardians, one who used it, and an invitation of the office. */
export const JOIN_CODE = 'PT6WQ3ZB';
export const WAITING = {
  requestId: 'request0of0zhou0001',
  openid: 'oQingHe-guardian-zhou',
} as const;
export const INVITATION_CODE = 'MX4KD7WPQ2';
/** Whom the office wrote down with a phone, and who has not come yet. */
export const EXPECTED = {
  ...{ code: 'PHQNE7K3WM', staffId: 'expectedStaff0001' },
  ...{ name: '江雨桐', phone: '13800009999' },
} as const;

const DAY_MS = 86_400_000;

export interface Joining {
  guardianCodes: GuardianCode[];
  guardianRequests: GuardianRequest[];
  consents: Consent[];
  staffInvitations: StaffInvitation[];
  staffRecords: StaffRecord[];
}

interface Names {
  schoolName: string;
  /** The child that the one who waits names. */
  childName: string;
}

export function makeJoining(now: Date, { schoolName, childName }: Names): Joining {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const stamps = (
    at: Date,
    { openid, name }: Pick<CastMember, 'openid' | 'name'>,
  ): Omit<Stored, '_id'> => ({
    schemaVersion: 1,
    schoolId: SCHOOL_ID,
    createdAt: at,
    createdBy: openid,
    updatedAt: at,
    updatedBy: openid,
    updatedByName: name,
    rev: 1,
  });
  const place = { classId: CLASSES.seven3, divisionId: divisionIdOf(7) };
  const consent = (
    { openid, name }: CastMember,
    { _id: studentId }: { _id: string },
    relation: Relation,
    grade: 7 | 8 = 7,
  ): Consent => ({
    _id: consentIdOf(studentId, openid),
    ...stamps(ago(50), CAST.homeroomTeacher),
    studentId,
    classId: grade === 7 ? CLASSES.seven3 : CLASSES.eight2,
    divisionId: divisionIdOf(grade),
    ...{ memberId: openid, memberName: name, relation, version: CONSENT_VERSION },
    ...{ agreedAt: ago(51), agreedForChildAt: ago(51), withdrawnAt: null },
    lastWriteId: writeIdOf(`consent ${studentId} ${openid}`),
  });
  return {
    guardianCodes: [
      {
        _id: JOIN_CODE,
        ...stamps(ago(2), CAST.homeroomTeacher),
        ...place,
        ...{ schoolName, classLabel: '七年级(3)班' },
        expiresAt: ago(-12),
        endedAt: null,
      },
    ],
    guardianRequests: [
      {
        _id: WAITING.requestId,
        ...stamps(ago(1), { openid: WAITING.openid, name: '周海宁' }),
        ...place,
        ...{ memberId: WAITING.openid, guardianName: '周海宁', relation: 'father', childName },
        ...{ consentVersion: CONSENT_VERSION, agreedAt: ago(1), isUnderFourteen: true },
        ...{ state: 'open', studentId: null, reason: '', closedAt: null, closedByName: '' },
        lastWriteId: writeIdOf(WAITING.requestId),
      },
    ],
    consents: [
      consent(CAST.guardianOfTwo, STUDENTS.firstChild, 'father'),
      consent(CAST.guardianOfTwo, STUDENTS.secondChild, 'father'),
      consent(CAST.guardian, STUDENTS.otherChild, 'mother'),
    ],
    staffInvitations: [
      {
        _id: INVITATION_CODE,
        ...stamps(ago(1), CAST.studentAffairsOffice),
        name: '新来的物理老师',
        postings: [
          { role: 'subjectTeacher', classIds: [CLASSES.seven3], divisionIds: [], subject: '物理' },
        ],
        ...{ schoolName, says: ['七年级(3)班 · 物理 · 任课教师'], maxUses: 1, usedBy: [] },
        ...{ expiresAt: ago(-6), endedAt: null, lastWriteId: writeIdOf(INVITATION_CODE) },
      },
      {
        ...{ _id: EXPECTED.code, staffId: EXPECTED.staffId, name: EXPECTED.name },
        ...stamps(ago(1), CAST.studentAffairsOffice),
        phone: EXPECTED.phone,
        postings: [{ role: 'counsellor', classIds: [], divisionIds: [], subject: '' }],
        ...{ schoolName, says: ['心理教师'], maxUses: 1, usedBy: [] },
        ...{ expiresAt: ago(-6), endedAt: null, lastWriteId: writeIdOf(EXPECTED.code) },
      },
    ],
    staffRecords: [
      {
        ...{ _id: EXPECTED.staffId, name: EXPECTED.name, phone: EXPECTED.phone },
        ...stamps(ago(1), CAST.studentAffairsOffice),
        ...{ staffNumber: 'T090', memberId: null, invitationCode: EXPECTED.code, imported: null },
      },
    ],
  };
}
