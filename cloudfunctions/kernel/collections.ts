import { CARE_COLLECTIONS } from './care-collections';
import { FORM_COLLECTIONS } from './form-collections';
import { down, type IndexSpec, up } from './index-spec';
import { JOINING_COLLECTIONS } from './joining-collections';
import { KEEPING_COLLECTIONS } from './keeping-collections';
import { MEETING_COLLECTIONS } from './meeting-collections';
import { ROSTER_COLLECTIONS } from './roster-collections';

/**
 * Every collection, with its indexes: the same table creates them in the cloud (migrate) and on
 * one machine. `schoolId` leads every index that a person's question uses: a school is the unit of
 * isolation. All collections are readable and writable by functions only.
 */
export const COLLECTIONS = {
  schools: [],
  members: [
    { name: 'byRole', keys: up('postings.schoolId', 'postings.role') },
    { name: 'byClass', keys: up('postings.schoolId', 'postings.classIds') },
    { name: 'byStudent', keys: up('postings.schoolId', 'postings.studentIds') },
  ],
  classes: [{ name: 'bySchool', keys: up('schoolId', 'entryYear', 'number') }],
  students: [
    { name: 'byClass', keys: up('schoolId', 'classId', 'name') },
    { name: 'byClassVisit', keys: up('schoolId', 'classId', 'lastVisitOn') },
    { name: 'byMentor', keys: up('schoolId', 'mentorId') },
    { name: 'byLeaving', keys: up('schoolId', 'status', 'forgottenOn', 'left.on') },
    // Who has not been seen, for each reach: never seen first, then the longest ago.
    { name: 'bySeen', keys: up('schoolId', 'status', 'lastTalkOn', '_id') },
    { name: 'byClassSeen', keys: up('schoolId', 'classId', 'status', 'lastTalkOn', '_id') },
    { name: 'byDivisionSeen', keys: up('schoolId', 'divisionId', 'status', 'lastTalkOn', '_id') },
  ],
  mentorships: [{ name: 'byStudent', keys: [...up('schoolId', 'studentId'), ['from', -1]] }],
  talks: [
    { name: 'byStudent', keys: [...up('schoolId', 'studentId'), ['on', -1], ['_id', -1]] },
    // What was agreed for a day: reminders.
    { name: 'byNext', keys: up('schoolId', 'nextOn') },
  ],
  classLedgers: [{ name: 'byTerm', keys: up('schoolId', 'termId', 'writtenLines') }],
  ledgerEntries: [
    { name: 'byClass', keys: up('schoolId', 'classId', 'termId') },
    { name: 'byStudent', keys: up('schoolId', 'studentId', 'termId') },
  ],
  revisions: [{ name: 'byDocument', keys: up('schoolId', 'docId', 'rev') }],
  sealedNotes: [
    { name: 'byDocument', keys: up('schoolId', 'ofId') },
    { name: 'byStudent', keys: up('schoolId', 'studentId') },
  ],
  sealedRevisions: [{ name: 'byDocument', keys: up('schoolId', 'docId', 'rev') }],
  timeline: [
    { name: 'byStudent', keys: [...up('schoolId', 'studentId'), ['at', -1]] },
    { name: 'byStudentKind', keys: [...up('schoolId', 'studentId', 'kind'), ['at', -1]] },
    { name: 'byStudentAudience', keys: [...up('schoolId', 'studentId', 'audience'), ['at', -1]] },
    { name: 'byAgreed', keys: up('schoolId', 'studentId', 'agreedUntil') },
    { name: 'byClass', keys: [...up('schoolId', 'classId'), ['at', -1]] },
  ],
  homeVisits: [
    { name: 'byClass', keys: up('schoolId', 'classId', 'termId') },
    { name: 'byStudent', keys: [...up('schoolId', 'studentId'), ['visitedOn', -1]] },
    { name: 'byVisitor', keys: up('schoolId', 'visitorId', 'dueOn') },
    { name: 'byCompanion', keys: up('schoolId', 'awaitsId') },
    { name: 'byDue', keys: up('schoolId', 'dueOn') },
  ],
  ...CARE_COLLECTIONS,
  ...KEEPING_COLLECTIONS,
  heartToHeartCodes: [
    { name: 'byClass', keys: [...up('schoolId', 'classId'), ['expiresAt', -1]] },
    { name: 'byEnd', keys: up('schoolId', 'expiresAt') },
  ],
  heartToHeartCards: [
    { name: 'byTime', keys: up('schoolId', 'createdAt') },
    { name: 'byStudent', keys: up('schoolId', 'studentId') },
    { name: 'byReader', keys: [...up('schoolId', 'toMemberId'), ['createdAt', -1]] },
    { name: 'byUrgency', keys: [...up('schoolId', 'isUrgent'), ['createdAt', -1]] },
    { name: 'openOfReader', keys: up('schoolId', 'toMemberId', 'state', 'createdAt') },
    { name: 'openByUrgency', keys: up('schoolId', 'isUrgent', 'state', 'createdAt') },
  ],
  correctionRequests: [
    { name: 'byStudent', keys: [...up('schoolId', 'studentId'), ['createdAt', -1]] },
    { name: 'openOfClass', keys: up('schoolId', 'classId', 'state', 'createdAt') },
  ],
  ...FORM_COLLECTIONS,
  ...MEETING_COLLECTIONS,
  madeFiles: [{ name: 'byDay', keys: up('schoolId', 'clearOn') }],
  ledgerArchives: [
    { name: 'byMaker', keys: [...up('schoolId', 'createdBy'), ['endsOn', -1]] },
    { name: 'byEnd', keys: up('schoolId', 'endsOn') },
  ],
  termPlans: [{ name: 'byTerm', keys: up('schoolId', 'termId') }],
  classWorks: [{ name: 'byClass', keys: [...up('schoolId', 'classId', 'termId'), ['on', -1]] }],
  summaries: [
    { name: 'byPlace', keys: [...up('schoolId', 'placeId', 'replacedBy'), ...down('to', '_id')] },
    { name: 'byPeriod', keys: up('schoolId', 'level', 'periodId', 'divisionId', 'classId') },
  ],
  summaryCards: [],
  photoUploads: [{ name: 'byDay', keys: up('schoolId', 'clearOn') }],
  reminders: [
    // What has to go out now, of every school: the one question of each run of the timer.
    { name: 'byDue', keys: up('status', 'dueAt') },
    { name: 'byMember', keys: [...up('schoolId', 'memberId'), ...down('shownAt', '_id')] },
    { name: 'byStudent', keys: up('schoolId', 'studentId') },
    { name: 'byDay', keys: up('schoolId', 'createdOn') },
    // Who was not reached, for each reach.
    { name: 'byAbout', keys: up('schoolId', 'aboutId', 'status', 'studentId') },
    { name: 'byAboutClass', keys: up('schoolId', 'aboutId', 'classId', 'status') },
    { name: 'byAboutDivision', keys: up('schoolId', 'aboutId', 'divisionId', 'status') },
    { name: 'byAboutStudent', keys: up('schoolId', 'aboutId', 'studentId', 'status') },
  ],
  subscribeCredits: [],
  inboxMarks: [],
  setUps: [],
  ...ROSTER_COLLECTIONS,
  ...JOINING_COLLECTIONS,
  rateCounters: [],
  migrations: [],
  timerRuns: [],
} as const satisfies Record<string, readonly IndexSpec[]>;

export type CollectionName = keyof typeof COLLECTIONS;
