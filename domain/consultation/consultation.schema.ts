import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import { day } from '../calendar/school-calendar.schema';
import {
  APPROVAL_MATTERS,
  APPROVERS,
  type ApprovalMatter,
  type Approver,
  MEETING_KIND_IDS,
  type MeetingKindId,
  type MeetingScope,
  PARTICIPANTS,
  type Participant,
} from '../regulation/meeting-words';
import { id, idList, requiredText, revision, type Stored, text, writeId } from '../schema';

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
  talliedFrom: Participant[];
  changes: Change[];
  /** The first sitting is not among them. */
  sittings: Day[];
  minutes: string;
  reports: Report[];
  signOffs: SignOffStep[];
  /** Why some rules could not be kept, for whoever signs. */
  breachReason: string;
  /** Counted with every item that is written: closing cannot miss one. */
  itemWrites: number;
  closedAt: Date | null;
  lastWriteId: string;
}

export const MAX_MINUTES = 2000;
export const MAX_CHANGES = 20;
export const CONSULTATION_PAGE = 20;

const keysOf = <K extends string>(labels: Record<K, string>) => Object.keys(labels) as [K, ...K[]];
const consultationId = () => id('会商');
const edit = { consultationId: consultationId(), rev: revision(), writeId: writeId() };
const clock = () =>
  z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '请选开始的时间。' }));
const kindId = () => z.enum(MEETING_KIND_IDS, { error: '请选会议的种类。' });
const participant = () => z.enum(keysOf(PARTICIPANTS), { error: '有不认识的参会身份。' });
const participants = () => z.array(participant()).check(z.maxLength(16));
const when = { on: day('哪天开'), startsAt: z.nullable(clock()), place: text('地点', 40) };

export const PlanConsultation = z.strictObject({
  ...edit,
  kindId: kindId(),
  placeId: id('班级、级部或学校'),
  ...when,
  agenda: text('议题', 400),
  /** Without one, whoever plans it. */
  chairId: z.nullable(id('主持人')),
  recorderId: z.nullable(id('记录人')),
});

/** 碰头会: one tap and one line. */
export const RecordHuddle = z.strictObject({
  consultationId: consultationId(),
  writeId: writeId(),
  classId: id('班级'),
  line: requiredText('一句话', 300),
});

export const ReviseConsultation = z.strictObject({
  ...edit,
  change: z.enum(['moved', 'sitting'], { error: '请选改期,还是再开一次。' }),
  ...when,
  reason: requiredText('原因', 100),
});

export const VoidConsultation = z.strictObject({
  ...edit,
  reason: requiredText('取消的原因', 100),
});

export const RecordApproval = z.strictObject({
  consultationId: consultationId(),
  writeId: writeId(),
  matter: z.enum(keysOf(APPROVAL_MATTERS), { error: '请选批准的是什么。' }),
  by: z.enum(keysOf(APPROVERS), { error: '请选由谁批准。' }),
});

export const RecordPreparation = z.strictObject({
  consultationId: consultationId(),
  writeId: writeId(),
  topicsSent: z.boolean(),
  dataPackFor: participants(),
  talliedFrom: participants(),
});

/** Only what changed, so that two who tap at once do not undo each other. */
export const RecordAttendance = z.strictObject({
  consultationId: consultationId(),
  writeId: writeId(),
  came: idList('到会的人', 150),
  notCame: idList('没有到会的人', 150),
  studentsCame: idList('到会的学生', 80),
  studentsNotCame: idList('没有到会的学生', 80),
  guests: z
    .array(z.strictObject({ who: participant(), count: z.int().check(z.gte(0), z.lte(200)) }))
    .check(z.maxLength(16)),
  studentLevels: z.optional(z.array(z.enum(keysOf(STUDENT_LEVELS))).check(z.maxLength(6))),
});

export const CloseConsultation = z.strictObject({
  ...edit,
  minutes: text('会议纪要', MAX_MINUTES),
  breachReason: text('没有做到的原因', 300),
});

export const SubmitReport = z.strictObject({
  consultationId: consultationId(),
  writeId: writeId(),
  text: requiredText('专题报告', MAX_MINUTES),
});

export const SignOffConsultation = z
  .strictObject({ ...edit, verdict: z.enum(['askedBack', 'signed']), words: text('批注', 300) })
  .check(
    z.refine(({ verdict, words }) => verdict === 'signed' || words !== '', {
      error: '请写一下想问什么。',
      path: ['words'],
    }),
  );

export const AnswerSignOff = z.strictObject({ ...edit, words: requiredText('答复', 300) });

/** The place is named so that all is read at once. */
export const ConsultationById = z.strictObject({
  consultationId: consultationId(),
  placeId: id('班级、级部或学校'),
});

/** `before` is the last one shown of those that are over. */
export const ListConsultations = z.strictObject({
  before: z.optional(z.strictObject({ on: day('日期'), id: consultationId() })),
});
/** What a plan begins with: who may be invited, by the kind's rules. */
export const ConsultationFormOf = z.strictObject({
  kindId: kindId(),
  placeId: id('班级、级部或学校'),
});
export const AgendaOf = z.strictObject({ placeId: id('班级、级部或学校') });
