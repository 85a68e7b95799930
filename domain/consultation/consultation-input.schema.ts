import * as z from 'zod/mini';
import { day } from '../calendar/school-calendar.schema';
import {
  APPROVAL_MATTERS,
  APPROVERS,
  MEETING_KIND_IDS,
  MEETING_SCOPES,
  PARTICIPANTS,
} from '../regulation/meeting-words';
import { id, idList, requiredText, revision, text, writeId } from '../schema';
import { MAX_DISSENT, MAX_MINUTES, STUDENT_LEVELS } from './consultation.schema';

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
  change: z.enum(['moved', 'sitting'], { error: '请选改期，还是再开一次。' }),
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
  /** The forms whose answers are spoken of; what is tallied follows from them. */
  campaignIds: idList('互动表', 6),
});

/** Only what changed, so that two who tap at once do not undo each other. */
export const RecordAttendance = z.strictObject({
  consultationId: consultationId(),
  writeId: writeId(),
  came: idList('到会的人', 150),
  notCame: idList('没有到会的人', 150),
  studentsCame: idList('到会的学生', 80),
  studentsNotCame: idList('没有到会的学生', 80),
  /** How many more came, or fewer: two who count at the door add up. */
  guests: z
    .array(z.strictObject({ who: participant(), change: z.int().check(z.gte(-60), z.lte(60)) }))
    .check(z.maxLength(16)),
  studentLevels: z.optional(z.array(z.enum(keysOf(STUDENT_LEVELS))).check(z.maxLength(6))),
});

/** One's own word against what was decided: kept sealed, never spread (S3-165). */
export const RecordDissent = z.strictObject({
  ...edit,
  text: requiredText('不同意见', MAX_DISSENT),
});

export const OpenDissents = z.strictObject({
  consultationId: consultationId(),
  reason: requiredText('打开的理由', 60),
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

/** `before` is the last one shown of those that are over; `of` asks for the archive of a term. */
export const ListConsultations = z.strictObject({
  of: z.optional(z.strictObject({ termId: id('学期'), kindId: z.optional(kindId()) })),
  before: z.optional(z.strictObject({ on: day('日期'), id: consultationId() })),
});
/** What a plan begins with: who may be invited, by the kind's rules. */
export const ConsultationFormOf = z.strictObject({
  kindId: kindId(),
  placeId: id('班级、级部或学校'),
});
/** With the meeting, whoever is invited to it may ask. */
export const AgendaOf = z.strictObject({
  scope: z.enum(keysOf(MEETING_SCOPES), { error: '请选班级、级部或学校。' }),
  placeId: id('班级、级部或学校'),
  meetingId: z.optional(consultationId()),
});
