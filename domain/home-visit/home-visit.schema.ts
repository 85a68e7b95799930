import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';

/** Why a family is visited, by tap. None of them names what belongs into a sealed note. */
export const VISIT_REASONS = {
  progress: '分享进步',
  term: '每学期一次',
  study: '学习上的困难',
  life: '生活与习惯',
  change: '近期有变化',
  communication: '家校沟通',
  followUp: '回访',
} as const;
export type VisitReason = keyof typeof VISIT_REASONS;

/** All three count as a visit (S1-88). */
export const VISIT_WAYS = { inPerson: '上门', phone: '电话', online: '视频' } as const;
export type VisitWay = keyof typeof VISIT_WAYS;

export const VISIT_PARTNERS = {
  mother: '妈妈',
  father: '爸爸',
  grandparent: '祖辈',
  otherGuardian: '其他监护人',
  student: '学生本人',
} as const;
export type VisitPartner = keyof typeof VISIT_PARTNERS;

export const VISIT_EFFECTS = {
  better: '有好转',
  unclear: '还看不出变化',
  needsMore: '需要更多帮助',
} as const;
export type VisitEffect = keyof typeof VISIT_EFFECTS;

export const VISIT_STATUSES = {
  planned: '已计划',
  visited: '待反馈',
  closed: '已反馈',
} as const;
export type VisitStatus = keyof typeof VISIT_STATUSES;

/** Before the visit: plan and preparation (S1-90). */
export interface VisitPlan {
  reasons: VisitReason[];
  plannedOn: Day | null;
  /** With whom. */
  partners: VisitPartner[];
  askAbout: string;
}

/** The visit itself (S1-90, S4-305). Where it took place is not asked. */
export interface VisitWords {
  way: VisitWay | null;
  visitedOn: Day | null;
  met: VisitPartner[];
  /** What was learned; for the staff. */
  learned: string;
  /** What was agreed; the family sees it too. */
  agreed: string;
  /** File ids, at most MAX_PHOTOS; opening them is audited. */
  photos: string[];
}

/** After the visit: the feedback and its effect (S1-90). */
export interface VisitFeedback {
  effect: VisitEffect | null;
  effectText: string;
  /** The planned visit that the feedback led to. */
  nextVisitId: string | null;
}

/** A home visit from plan to feedback: one document, written by its visitor. */
export interface HomeVisit extends Stored, VisitPlan, VisitWords, VisitFeedback {
  studentId: string;
  studentName: string;
  /** Of the student when it was planned or recorded. */
  classId: string;
  divisionId: string;
  termId: string;
  status: VisitStatus;
  visitorId: string;
  visitorName: string;
  /** A colleague who came along, and who says so with one tap. */
  companionId: string | null;
  companionName: string | null;
  confirmedAt: Date | null;
  /** The companion while their word is missing: "what waits for me" is one indexed query. */
  awaitsId: string | null;
  /** When the visitor owes the next step (the visit, then the feedback); null once all is done. */
  dueOn: Day | null;
  hasSealed: boolean;
  voidedAt: Date | null;
  voidReason: string;
  lastWriteId: string;
}

export const MAX_WORDS = 800;
export const MAX_AGREED = 400;
export const MAX_PHOTOS = 6;

const keysOf = <K extends string>(labels: Record<K, string>) => Object.keys(labels) as [K, ...K[]];
const day = (label: string) => z.iso.date({ error: `请选“${label}”。` });
const visitId = () => id('家访');
const edit = { visitId: visitId(), rev: revision(), writeId: writeId() };

/** Some of a few, by tap; none of them twice. */
const someOf = <K extends string>(label: string, labels: Record<K, string>) =>
  z
    .array(z.enum(keysOf(labels), { error: `“${label}”里有不认识的选项，请更新小程序后再试。` }))
    .check(
      z.refine((chosen) => new Set(chosen).size === chosen.length, {
        error: `“${label}”里有重复的选项。`,
      }),
    );

export const PlanHomeVisit = z.strictObject({
  ...edit,
  studentId: id('学生'),
  reasons: someOf('为什么', VISIT_REASONS).check(z.minLength(1, { error: '请点一个家访的原因。' })),
  plannedOn: day('哪天去'),
  partners: someOf('见谁', VISIT_PARTNERS),
  askAbout: text('想了解什么', MAX_AGREED),
  companionId: z.nullable(id('同行的老师')),
});

/** Photos lie under their visit, each by a name that nobody can guess. */
const PHOTO =
  /^cloud:\/\/[\w.-]{1,100}\/home-visits\/([A-Za-z0-9_~-]{1,80})\/[A-Za-z0-9]{20}\.jpg$/;
export const photoPathOf = (ofVisitId: string, name: string): string =>
  `home-visits/${ofVisitId}/${name}.jpg`;

export const RecordHomeVisit = z
  .strictObject({
    ...edit,
    studentId: id('学生'),
    way: z.enum(keysOf(VISIT_WAYS), { error: '请选一种方式。' }),
    visitedOn: day('哪天'),
    met: someOf('见到了谁', VISIT_PARTNERS).check(z.minLength(1, { error: '请点一下见到了谁。' })),
    learned: text('了解到的', MAX_WORDS),
    agreed: text('约定的', MAX_AGREED),
    photos: z
      .array(z.string().check(z.regex(PHOTO, { error: '有一张照片没有传好，请删去再传。' })))
      .check(z.maxLength(MAX_PHOTOS, { error: `照片最多 ${MAX_PHOTOS} 张。` })),
    companionId: z.nullable(id('同行的老师')),
  })
  .check(
    z.refine(({ learned, agreed }) => learned !== '' || agreed !== '', {
      error: '请写一句了解到的，或者约定的。',
      path: ['learned'],
    }),
    z.refine(
      ({ photos, visitId: own }) => photos.every((photo) => PHOTO.exec(photo)?.[1] === own),
      {
        error: '有一张照片不属于这次家访，请删去再传。',
        path: ['photos'],
      },
    ),
  );

/** The feedback; a follow-up is the next visit, planned at once under an id made by the phone. */
export const CloseHomeVisit = z.strictObject({
  ...edit,
  effect: z.enum(keysOf(VISIT_EFFECTS), { error: '请点一下效果。' }),
  effectText: requiredText('家访后的情况', MAX_AGREED),
  next: z.nullable(z.strictObject({ visitId: visitId(), on: day('下次联系') })),
});

export const VoidHomeVisit = z.strictObject({
  ...edit,
  reason: requiredText('作废的原因', 60),
});

/** The companion's word; false takes it back. */
export const SignOffHomeVisit = z.strictObject({
  visitId: visitId(),
  writeId: writeId(),
  isConfirmed: z.boolean(),
});

/** Without a class: one's mentees. */
export const ListHomeVisits = z.strictObject({ classId: z.optional(id('班级')) });
export const HomeVisitById = z.strictObject({ visitId: visitId() });

/** What a form needs to begin; the class is named so that all is read at once. */
export const HomeVisitFormOf = z.strictObject({
  studentId: id('学生'),
  classId: id('班级'),
  visitId: z.optional(visitId()),
});
