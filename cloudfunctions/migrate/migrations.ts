import type { CollectionName } from '../kernel/collections';

/**
 * Append-only: a migration that has run anywhere is never edited. Each is safe to run again after
 * it was cut off half way. Collections and indexes come from the table in kernel/collections.ts;
 * a migration names those it brings.
 */
export interface Migration {
  id: string;
  creates: readonly CollectionName[];
}

export const MIGRATIONS: readonly Migration[] = [
  {
    id: '0001-first-ledger',
    creates: [
      'migrations',
      'schools',
      'members',
      'classes',
      'students',
      'classLedgers',
      'ledgerEntries',
      'revisions',
      'sealedNotes',
      'sealedRevisions',
      'timeline',
      'audits',
      'timerRuns',
    ],
  },
  // Brings the indexes of the student's file; a collection that is there already is left alone.
  { id: '0002-student-file', creates: ['timeline'] },
  // `members` and `students` get the indexes that mentoring asks for.
  { id: '0003-mentoring', creates: ['members', 'students', 'mentorships', 'talks'] },
  { id: '0004-home-visits', creates: ['members', 'students', 'homeVisits'] },
  {
    id: '0005-heart-to-heart-cards',
    creates: ['heartToHeartCodes', 'heartToHeartCards', 'correctionRequests', 'rateCounters'],
  },
  {
    id: '0006-interaction-forms',
    creates: [
      'interactionForms',
      'interactionCampaigns',
      'interactionRecords',
      'interactionProgress',
      'interactionThemes',
      'schoolParts',
    ],
  },
  {
    id: '0007-consultations',
    creates: ['consultations', 'consultationItems', 'resolutions', 'standings'],
  },
  {
    id: '0008-attention-health-screening',
    creates: [
      'attentionSettings',
      'attentionCases',
      'attentionFollowUps',
      'peerPairings',
      'healthConditions',
      'screeningRounds',
      'screeningSheets',
    ],
  },
  { id: '0009-monthly-reports', creates: ['monthlyReports'] },
  { id: '0010-photos-and-codes', creates: ['photoUploads', 'interactionCodes'] },
  { id: '0011-term-plans', creates: ['termPlans'] },
  // What a division owes, for its weekly check; conferences by their kind; what an agenda brings.
  {
    id: '0013-duties-and-agendas',
    creates: [
      ...(['consultations', 'resolutions', 'standings'] as const),
      ...(['attentionCases', 'interactionProgress'] as const),
    ],
  },
  { id: '0014-summaries', creates: ['summaries', 'summaryCards'] },
  {
    id: '0014-reminders',
    creates: ['talks', 'homeVisits', 'reminders', 'subscribeCredits', 'inboxMarks'],
  },
  { id: '0015-first-run', creates: ['setUps'] },
  { id: '0016-attention-counts', creates: ['attentionCounts'] },
  {
    id: '0017-rosters',
    creates: ['members', 'rosterImports', 'rosterImportChunks', 'rosterProblems', 'rosterRecords'],
  },
  { id: '0018-books', creates: ['madeFiles', 'ledgerArchives'] },
  {
    id: '0019-joining',
    creates: ['guardianCodes', 'guardianRequests', 'consents', 'staffInvitations'],
  },
  // Traces by person, student and kind; what leaves, and what a backup holds.
  {
    id: '0020-keeping',
    creates: [
      ...(['audits', 'backups', 'students', 'sealedNotes'] as const),
      ...(['heartToHeartCards', 'attentionFollowUps', 'reminders'] as const),
    ],
  },
  // Who leaves, what a mentor has in hand, and what guardians ask to be erased.
  { id: '0021-leaving', creates: ['departures', 'erasureRequests', 'students'] },
  // What of a kind has come to its end, and what is kept of a student who is forgotten.
  {
    id: '0022-leftovers',
    creates: [
      ...(['guardianCodes', 'guardianRequests', 'consents', 'erasureRequests'] as const),
      ...(['staffInvitations', 'interactionCodes', 'heartToHeartCodes'] as const),
      ...(['ledgerArchives', 'reminders'] as const),
    ],
  },
  { id: '0023-class-works', creates: ['classWorks'] },
  // What a meeting asked about, by the step that it left.
  { id: '0024-reviews', creates: ['resolutions'] },
  { id: '0025-staff-records', creates: ['staffRecords', 'staffInvitations'] },
  // What is written for families in a class, whatever the form.
  { id: '0026-school-parts', creates: ['schoolParts'] },
  { id: '0027-topic-lists', creates: ['topicLists'] },
];
