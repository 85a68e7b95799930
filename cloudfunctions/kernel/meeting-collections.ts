import { type IndexSpec, up } from './index-spec';

/** Meetings, what they decide, and how far the duties of the rules are: part of the table in `collections.ts`. */
export const MEETING_COLLECTIONS = {
  consultations: [
    { name: 'byState', keys: up('schoolId', 'isOpen', 'on', '_id') },
    { name: 'byPlace', keys: up('schoolId', 'placeId', 'isOpen', 'on', '_id') },
    { name: 'byClass', keys: up('schoolId', 'classId', 'isOpen', 'on', '_id') },
    { name: 'byDivision', keys: up('schoolId', 'divisionId', 'isOpen', 'on', '_id') },
    { name: 'byInvited', keys: up('schoolId', 'invitedIds', 'isOpen', 'on', '_id') },
    { name: 'bySignOff', keys: up('schoolId', 'state', 'on', '_id') },
    { name: 'byKind', keys: up('schoolId', 'kindId', 'on') },
  ],
  consultationItems: [{ name: 'byConsultation', keys: up('schoolId', 'consultationId') }],
  resolutions: [
    { name: 'byPlace', keys: up('schoolId', 'placeId', 'isOpen', 'dueOn', '_id') },
    { name: 'byPerson', keys: up('schoolId', 'memberIds', 'isOpen', 'dueOn', '_id') },
    { name: 'byDay', keys: up('schoolId', 'isOpen', 'dueOn', '_id') },
    { name: 'byDivision', keys: up('schoolId', 'divisionId', 'isOpen', 'dueOn', '_id') },
    { name: 'byReviewStep', keys: up('schoolId', 'steps.consultationId') },
  ],
  // By the id of its place.
  topicLists: [],
  monthlyReports: [{ name: 'byMonth', keys: up('schoolId', 'month') }],
  standings: [
    { name: 'byWindow', keys: up('schoolId', 'windowKey') },
    { name: 'byDuty', keys: up('schoolId', 'dutyId', 'subjectId') },
  ],
} as const satisfies Record<string, readonly IndexSpec[]>;
