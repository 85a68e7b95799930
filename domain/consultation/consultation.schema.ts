import type { Day } from '../calendar/day';
import type { Breach } from '../regulation/meeting-findings';
import type {
  ApprovalMatter,
  Approver,
  MeetingKindId,
  MeetingScope,
  Participant,
} from '../regulation/meeting-words';
import type { Stored } from '../schema';
import type { ProposedTopic } from './topic-list.schema';

export const CONSULTATION_STATES = {
  planned: '已计划',
  running: '进行中',
  closed: '等待验收',
  askedBack: '等待答复',
  signedOff: '已完成',
  cancelled: '已取消',
} as const;
export type ConsultationState = keyof typeof CONSULTATION_STATES;

/** Levels and categories that student representatives stand for (S0-10). */
export const STUDENT_LEVELS = {
  excellent: '学得好的',
  middle: '中等的',
  needsHelp: '需要帮助的',
  talent: '有特长的',
  cadre: '班干部',
  quiet: '不大说话的',
} as const;
export type StudentLevel = keyof typeof STUDENT_LEVELS;

/** Somebody whom the meeting's kind asks to come, by the role in which they sit there. */
export interface Invited {
  who: Participant;
  memberId: string;
  name: string;
}

export interface Approval {
  matter: ApprovalMatter;
  by: Approver;
  memberId: string;
  name: string;
  on: Day;
}

/** Why a meeting was moved, held in another sitting or cancelled. */
export interface Change {
  kind: 'moved' | 'sitting' | 'cancelled';
  from: Day;
  to: Day | null;
  reason: string;
  byName: string;
  at: Date;
}

/** One step of the sign-off: what was said, by whom. */
export interface SignOffStep {
  kind: 'askedBack' | 'answered' | 'signed';
  words: string;
  /** Of a signature: as what it was given. */
  as?: Participant;
  memberId: string;
  byName: string;
  at: Date;
}

/** What somebody reports after the meeting, in each of the roles in which they sat there. */
export interface Report {
  who: Participant[];
  memberId: string;
  name: string;
  text: string;
  at: Date;
}

/** What is fixed before the meeting. */
export interface ConsultationPlan {
  on: Day;
  /** `16:10`; null while it is not fixed. */
  startsAt: string | null;
  place: string;
  /** What will be talked about, beside what the agenda brings by itself. */
  agenda: string;
  chairId: string;
  recorderId: string | null;
}

/** Who came. Changed by taps of several people at once, so it carries no revision. */
export interface Attendance {
  presentIds: string[];
  presentStudentIds: string[];
  /** Who came and is no member here: parents, the party group's head. */
  guests: { who: Participant; count: number }[];
  studentLevels: StudentLevel[];
}

/**
 * One meeting of any kind. What is said in it stands in `consultationItems`, one document each, so
 * that two recorders never overwrite one another.
 */
export interface Consultation extends Stored, ConsultationPlan, Attendance {
  kindId: MeetingKindId;
  /** As the kind and the place were called then. */
  label: string;
  placeLabel: string;
  scope: MeetingScope;
  /** The class, the division or the school it is of. */
  placeId: string;
  classId: string | null;
  divisionId: string | null;
  termId: string;
  state: ConsultationState;
  /** Planned or running. */
  isOpen: boolean;
  planWrittenOn: Day;
  invited: Invited[];
  /** The ids of `invited`, each once: what a query can ask for. */
  invitedIds: string[];
  expectedStudents: number;
  approvals: Approval[];
  topicsSentOn: Day | null;
  dataPackFor: Participant[];
  /** The forms chosen for it, and from whom they had answers when they were chosen. */
  campaignIds: string[];
  talliedFrom: Participant[];
  changes: Change[];
  /** The first sitting is not among them. */
  sittings: Day[];
  minutes: string;
  /** Who wrote down that they think otherwise; the words are sealed notes (S3-165). */
  dissenterIds: string[];
  reports: Report[];
  signOffs: SignOffStep[];
  /** What it lacked when it ended: later meetings change nothing of it. Left out while it is open. */
  breaches?: Breach[];
  /** What was proposed for it before there was a meeting; left out where nothing was. */
  topics?: ProposedTopic[];
  /** Why some rules could not be kept, for whoever signs. */
  breachReason: string;
  /** Counted with every item that is written: closing cannot miss one. */
  itemWrites: number;
  /** How many were said, those taken back too. Left out while nothing was. */
  itemCount?: number;
  closedAt: Date | null;
  lastWriteId: string;
}

export const MAX_DISSENT = 400;
export const MAX_MINUTES = 2000;
export const MAX_CHANGES = 20;
export const CONSULTATION_PAGE = 20;
