import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import { id, writeId } from '../schema';
import { TEMPLATE_NAMES, type TemplateName } from './templates';

/**
 * What somebody is reminded of. `own` is a message of its own; the small things of a day go
 * together in one (`digest`); what cannot wait goes `atOnce`, in quiet hours too.
 */
export const REMINDER_KINDS = {
  meetingTomorrow: { label: '会议', way: 'own', template: 'meeting' },
  meetingSoon: { label: '会议', way: 'own', template: 'meeting' },
  formToAnswer: { label: '填写', way: 'own', template: 'form' },
  urgentCard: { label: '连心卡', way: 'atOnce', template: 'todo' },
  planDue: { label: '会商计划', way: 'digest', template: 'todo' },
  agendaRequest: { label: '议题', way: 'digest', template: 'todo' },
  talkDue: { label: '面谈', way: 'digest', template: 'todo' },
  visitDue: { label: '家访', way: 'digest', template: 'todo' },
  feedbackDue: { label: '家访反馈', way: 'digest', template: 'todo' },
  resolutionDue: { label: '决议', way: 'digest', template: 'todo' },
  resolutionLate: { label: '晚了的决议', way: 'digest', template: 'todo' },
  signOffWaiting: { label: '签字', way: 'digest', template: 'todo' },
  answerWaiting: { label: '答复', way: 'digest', template: 'todo' },
  caseReview: { label: '回访', way: 'digest', template: 'todo' },
} as const satisfies Record<
  string,
  { label: string; way: 'own' | 'atOnce' | 'digest'; template: TemplateName }
>;
export type ReminderKind = keyof typeof REMINDER_KINDS;
type KindThatGoes<Way extends string> = {
  [K in ReminderKind]: (typeof REMINDER_KINDS)[K]['way'] extends Way ? K : never;
}[ReminderKind];
export type OwnKind = KindThatGoes<'own'>;
export type AtOnceKind = KindThatGoes<'atOnce'>;

/** A document that must still stand as it did, or there is nothing left to remind of. */
export interface Check {
  collection:
    | 'consultations'
    | 'resolutions'
    | 'homeVisits'
    | 'attentionCases'
    | 'students'
    | 'interactionCampaigns'
    | 'interactionRecords'
    | 'heartToHeartCards';
  id: string;
  /** `markOf` of the document when the reminder was made. */
  mark: string;
}

/** One thing, as the inbox says it, and the page where it is done. */
export interface ReminderLine {
  kind: ReminderKind;
  text: string;
  /** `pages/…/index?…`, without a slash before it, as messages want it. */
  page: string;
  checks: Check[];
}

/**
 * `due` waits for its moment; `sending` was taken by a run and may or may not have gone out;
 * `sent` was taken by WeChat; `inboxOnly` stands in the inbox without a message; `withdrawn` was
 * done before its moment came.
 */
export type ReminderState = 'due' | 'sending' | 'sent' | 'inboxOnly' | 'withdrawn';

/** Why there was no message. */
export const UNREACHED = {
  noCredit: '没有同意接收，或者同意的次数用完了',
  badReceiver: '微信里找不到这个人',
  stopTemplate: '提醒的模板现在不能用',
  badWords: '提醒的文字没有通过微信的检查',
  badData: '提醒的格式不对',
  unsure: '不确定有没有送到',
} as const;
export type Unreached = keyof typeof UNREACHED;

/** One reminder of one person: the outbox before its moment, their inbox after it. */
export interface Reminder {
  /** `${kind}~${subject}~${due}~${member}`: made twice it is the same one. */
  _id: string;
  schemaVersion: number;
  schoolId: string;
  memberId: string;
  memberName: string;
  kind: OwnKind | AtOnceKind | 'digest';
  template: TemplateName;
  /** What the message says, by the names of the template's parts; a digest says it when sent. */
  parts: Record<string, string | number | Date>;
  lines: ReminderLine[];
  /** When it is to be sent. */
  dueAt: Date;
  /** From then on a message would be too late; null for any time. */
  until: Date | null;
  status: ReminderState;
  /** The run that took it, and when. */
  claim: string | null;
  claimedAt: Date | null;
  /** When it came into the inbox; null before. */
  shownAt: Date | null;
  unreached: Unreached | null;
  /** The meeting or the form that it is about; null in a digest. */
  aboutId: string | null;
  /** Whom it concerns, for those who may see who was not reached. */
  classId: string | null;
  divisionId: string | null;
  studentId: string | null;
  studentName: string | null;
  createdAt: Date;
  createdOn: Day;
}

/** How many messages of one template somebody has agreed to and not had yet. */
export interface SubscribeCredit {
  /** `${member}~${template id}`. */
  _id: string;
  schemaVersion: number;
  schoolId: string;
  memberId: string;
  templateId: string;
  left: number;
  /** The last writes that added to it, so that none counts twice. */
  writeIds: string[];
  updatedAt: Date;
}

export const creditIdOf = (memberId: string, templateId: string): string =>
  `${memberId}~${templateId}`;

/** Until when somebody has read their inbox. */
export interface InboxMark {
  /** `${school}~${member}`. */
  _id: string;
  schemaVersion: number;
  schoolId: string;
  readUntil: Date;
  lastWriteId: string;
}

export const inboxMarkIdOf = (schoolId: string, memberId: string): string =>
  `${schoolId}~${memberId}`;

export const INBOX_PAGE = 20;
/** More credits of one template than this nobody collects. */
export const MAX_CREDITS = 50;
/** WeChat asks about at most so many templates at once. */
export const MAX_TEMPLATES = 3;

/** What was answered in WeChat's popup, template by template. */
export const RecordCredits = z.strictObject({
  writeId: writeId(),
  accepted: z
    .array(z.enum(TEMPLATE_NAMES, { error: '有不认识的提醒，请更新小程序后再试。' }))
    .check(
      z.minLength(1),
      z.maxLength(MAX_TEMPLATES),
      z.refine((names) => new Set(names).size === names.length, { error: '提醒重复了。' }),
    ),
});

const moment = () => z.iso.datetime({ error: '时间不对，请刷新后再试。' });

/** A page of the inbox, newest first, older than `before`. */
export const ListReminders = z.strictObject({
  before: z.optional(z.strictObject({ shownAt: moment(), id: z.string().check(z.maxLength(300)) })),
});

/** Everything up to a moment has been seen. */
export const CloseReminders = z.strictObject({ writeId: writeId(), until: moment() });

/** Who could not be reached about a meeting or a form. */
export const ListUnreached = z.strictObject({ aboutId: id('会商或互动表') });
export const MAX_UNREACHED = 60;
