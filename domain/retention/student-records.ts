/** How a record loses its person: it goes, or its names and words do and its figures stay. */
export type Forgetting = 'remove' | { blank: readonly string[] };

/** Every collection whose documents name one student (`studentId`), once that student is forgotten. */
export const STUDENT_RECORDS: Readonly<Record<string, Forgetting>> = {
  sealedNotes: 'remove',
  ledgerEntries: 'remove',
  interactionRecords: 'remove',
  schoolParts: 'remove',
  correctionRequests: 'remove',
  heartToHeartCards: 'remove',
  healthConditions: 'remove',
  attentionFollowUps: 'remove',
  reminders: 'remove',
  // Proof of what was agreed to, as long as there is anything that it was agreed to.
  consents: 'remove',
  erasureRequests: 'remove',
  attentionCases: { blank: ['studentName', 'goal', 'outcomeText', 'fields', 'measures'] },
  talks: { blank: ['said', 'agreed', 'reflection'] },
  homeVisits: { blank: ['studentName', 'askAbout', 'learned', 'agreed', 'effectText', 'photos'] },
  timeline: { blank: ['title', 'excerpt', 'agreed', 'agreedUntil'] },
  mentorships: { blank: ['reason'] },
};

/** An empty value of the same kind: a list stays a list. */
export function blankOf(value: unknown): unknown {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return [];
  return value !== null && typeof value === 'object' && !(value instanceof Date) ? {} : null;
}

/** What stands where a name stood. */
export const FORGOTTEN_NAME = '已离校学生';

/** Said wherever this is switched on: words that others wrote about others are out of reach. */
export const OUT_OF_REACH =
  '会商记录、决议和小结里别人写的话，如果提到过姓名，无法自动找出来，需要人工处理。';
