import type { Check } from './reminder.schema';

/** A stored document of any kind, as far as a mark looks at it. */
interface Marked {
  state?: string;
  status?: string;
  on?: string;
  startsAt?: string | null;
  isOpen?: boolean;
  dueOn?: string | null;
  reviewOn?: string | null;
  closesOn?: string;
  closedAt?: unknown;
  voidedAt?: unknown;
  lastTalkId?: string | null;
  openedAt?: unknown;
}

/** What stands in the way of reminding: it is done, over, or not this any more. */
export const DONE = '';

/**
 * How a document stands, as far as a reminder depends on it. While the mark stays the same there is
 * something to remind of; DONE never is the mark of a reminder.
 */
const MARKS: Record<Check['collection'], (document: Marked | null) => string> = {
  consultations: (meeting) =>
    meeting ? `${meeting.state} ${meeting.on} ${meeting.startsAt}` : DONE,
  resolutions: (one) => (one?.isOpen ? String(one.dueOn) : DONE),
  homeVisits: (visit) => (visit && !visit.voidedAt ? `${visit.status} ${visit.dueOn}` : DONE),
  attentionCases: (one) => (one?.status === 'open' ? String(one.reviewOn) : DONE),
  // A talk that was agreed is settled by the next talk with the student, whoever had it.
  students: (student) => student?.lastTalkId ?? DONE,
  interactionCampaigns: (one) => (one && !one.closedAt ? String(one.closesOn) : DONE),
  // Whoever opened it has it in hand.
  heartToHeartCards: (card) => (card?.openedAt === null ? 'unopened' : DONE),
  // There is none until the form was filled in.
  interactionRecords: (record) => (record ? DONE : 'unanswered'),
};

export const UNANSWERED = 'unanswered';

export const markOf = (collection: Check['collection'], document: object | null): string =>
  MARKS[collection](document as Marked | null);

/** Whether a line still has something to say; `documents` by `collection/id`, null for missing. */
export const isStillDue = (
  checks: readonly Check[],
  find: (check: Check) => object | null,
): boolean => checks.every((check) => markOf(check.collection, find(check)) === check.mark);
