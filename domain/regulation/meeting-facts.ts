import type { Day } from '../calendar/day';
import type { CalendarDay } from '../calendar/school-calendar';
import type { ApprovalMatter, Approver, Participant } from './meeting-words';

/** A decision as the rules see it. */
export interface ResolutionFacts {
  /** Its words, as shown. */
  label: string;
  hasOwner: boolean;
  dueOn: Day | null;
}

/** A decision of an earlier meeting that was not done in time. */
export interface LateResolutionFacts {
  label: string;
  explanation: string;
  /** The new day that was promised. */
  dueOn: Day | null;
}

/**
 * What is known of a meeting when its rules are asked. `planned`: only what must exist before is
 * asked; `held`: also who came and what was done; `closed`: also what must follow.
 */
export interface MeetingFacts {
  stage: 'planned' | 'held' | 'closed';
  on: Day;
  /** `08:00`; null while it is not fixed. */
  startsAt: string | null;
  /** What the school calendar says of the day. */
  calendarDay: CalendarDay;
  planWrittenOn: Day | null;
  topicsSentOn: Day | null;
  approvals: readonly { matter: ApprovalMatter; by: Approver }[];
  dataPackFor: readonly Participant[];
  talliedFrom: readonly Participant[];
  /** Names of the classes or divisions whose report is still missing. */
  missingReports: readonly string[];
  /** How many sittings it was held in. */
  sittings: number;
  /** How many could come (the whole class, all its teachers) and how many came. */
  attendance: Partial<Record<Participant, { expected: number; present: number }>>;
  /** The levels and categories that the student representatives stand for. */
  studentLevels: readonly string[];
  hasRecorder: boolean;
  hasReviewedPrevious: boolean;
  lateResolutions: readonly LateResolutionFacts[];
  resolutions: readonly ResolutionFacts[];
  agreedOpinions: number;
  hasMinutes: boolean;
  reportsBy: readonly Participant[];
  signedOffBy: readonly Participant[];
  isForwarded: boolean;
}
