import { type IndexSpec, up } from './index-spec';

/** Those of joining and leaving: part of THE table in `collections.ts`. */
export const JOINING_COLLECTIONS = {
  guardianCodes: [
    { name: 'byClass', keys: [...up('schoolId', 'classId'), ['expiresAt', -1]] },
    { name: 'byEnd', keys: up('schoolId', 'expiresAt') },
  ],
  guardianRequests: [
    { name: 'byClass', keys: up('schoolId', 'classId', 'state', 'updatedAt') },
    // Whoever asks is of no school yet.
    { name: 'byMember', keys: [...up('memberId'), ['updatedAt', -1]] },
    { name: 'byAnswer', keys: up('schoolId', 'closedAt') },
  ],
  consents: [
    { name: 'byClass', keys: up('schoolId', 'classId', 'agreedAt') },
    { name: 'byMember', keys: up('schoolId', 'memberId') },
    { name: 'byStudent', keys: up('schoolId', 'studentId') },
  ],
  departures: [
    { name: 'byMember', keys: [...up('schoolId', 'memberId'), ['createdAt', -1]] },
    { name: 'byState', keys: [...up('schoolId', 'isOpen'), ['createdAt', -1]] },
  ],
  erasureRequests: [
    { name: 'byState', keys: up('schoolId', 'state', 'createdAt') },
    { name: 'byMember', keys: [...up('schoolId', 'memberId'), ['createdAt', -1]] },
    { name: 'byStudent', keys: up('schoolId', 'studentId') },
  ],
  staffInvitations: [
    { name: 'bySchool', keys: [...up('schoolId'), ['createdAt', -1]] },
    { name: 'byEnd', keys: up('schoolId', 'expiresAt') },
    // Whoever joins by phone is of no school yet.
    { name: 'byPhone', keys: up('phone') },
  ],
} as const satisfies Record<string, readonly IndexSpec[]>;
