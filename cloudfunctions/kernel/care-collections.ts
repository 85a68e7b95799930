import { type IndexSpec, up } from './index-spec';

/** Those of 特别关注, 特异体质 and 排查: part of THE table in `collections.ts`. */
export const CARE_COLLECTIONS = {
  attentionSettings: [],
  attentionCounts: [],
  attentionCases: [
    // By next review, for each reach.
    { name: 'byReview', keys: up('schoolId', 'status', 'reviewOn', '_id') },
    { name: 'byClassReview', keys: up('schoolId', 'classId', 'status', 'reviewOn', '_id') },
    { name: 'byDivisionReview', keys: up('schoolId', 'divisionId', 'status', 'reviewOn', '_id') },
    { name: 'byOpening', keys: [...up('schoolId', 'status'), ['createdAt', -1]] },
    { name: 'byStudent', keys: up('schoolId', 'studentId', 'status', 'reviewOn', '_id') },
    { name: 'bySponsor', keys: up('schoolId', 'sponsorId', 'status', 'reviewOn') },
  ],
  attentionFollowUps: [
    { name: 'byCase', keys: [...up('schoolId', 'caseId'), ['createdAt', -1]] },
    { name: 'byStudent', keys: up('schoolId', 'studentId') },
  ],
  peerPairings: [{ name: 'byClass', keys: up('schoolId', 'classId', 'termId') }],
  healthConditions: [
    { name: 'bySchool', keys: up('schoolId', 'status', 'classId', '_id') },
    { name: 'byClass', keys: up('schoolId', 'classId', 'status', '_id') },
    { name: 'byDivision', keys: up('schoolId', 'divisionId', 'status', 'classId', '_id') },
    { name: 'byStudent', keys: up('schoolId', 'studentId', 'status') },
  ],
  screeningRounds: [
    { name: 'byStart', keys: [...up('schoolId'), ['startsOn', -1]] },
    { name: 'byStatus', keys: [...up('schoolId', 'status'), ['startsOn', -1]] },
  ],
  screeningSheets: [
    { name: 'byRound', keys: up('schoolId', 'roundId', 'classId') },
    { name: 'byClass', keys: up('schoolId', 'classId', 'termId') },
    { name: 'byDivision', keys: up('schoolId', 'divisionId', 'status') },
  ],
} as const satisfies Record<string, readonly IndexSpec[]>;
