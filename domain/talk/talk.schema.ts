import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';

export const TALK_WAYS = { inPerson: '当面', phone: '电话', online: '线上' } as const;
export type TalkWay = keyof typeof TALK_WAYS;

export const TALK_TOPICS = {
  study: '学习',
  life: '生活',
  psychology: '心理',
  family: '家庭',
} as const;
export type TalkTopic = keyof typeof TALK_TOPICS;

/** What people write about a talk; the rest is chosen by tap. */
export interface TalkWords {
  how: TalkWay;
  topics: TalkTopic[];
  /** What the student said. */
  said: string;
  /** What was agreed. */
  agreed: string;
  /** 反思 (S4-259); often added later. */
  reflection: string;
  nextOn: Day | null;
}

/** One talk with one student (S4-258, S4-298, S4-304). Guardians never read it. */
export interface Talk extends Stored, TalkWords {
  studentId: string;
  classId: string;
  divisionId: string;
  termId: string;
  on: Day;
  byName: string;
  /** 与上次相比无变化: a talk that needed no words. */
  isNoChange: boolean;
  hasSealed: boolean;
  voidedAt: Date | null;
  voidReason: string;
  lastWriteId: string;
}

/** By the write that recorded it: a talk with several students stores one each, once. */
export const talkIdOf = (ofWriteId: string, studentId: string): string =>
  `${ofWriteId}~${studentId}`;

export const MAX_SAID = 500;
export const MAX_TOGETHER = 10;
export const TALK_PAGE = 20;

const keysOf = <K extends string>(labels: Record<K, string>) => Object.keys(labels) as [K, ...K[]];
const day = (label: string) => z.iso.date({ error: `“${label}”应当是日期。` });

const words = {
  how: z.enum(keysOf(TALK_WAYS), { error: '请选一种方式。' }),
  topics: z
    .array(z.enum(keysOf(TALK_TOPICS), { error: '有不认识的话题，请更新小程序后再试。' }))
    .check(z.refine((topics) => new Set(topics).size === topics.length, { error: '话题重复了。' })),
  said: text('学生说的', MAX_SAID),
  agreed: text('约好的', MAX_SAID),
  reflection: text('反思', MAX_SAID),
  nextOn: z.nullable(day('下次面谈')),
};

export const hasContent = ({
  topics,
  said,
  agreed,
}: Pick<TalkWords, 'topics' | 'said' | 'agreed'>) =>
  topics.length > 0 || said !== '' || agreed !== '';

export const NOTHING_SAID = '请点一个话题，或者写一句。';

export const RecordTalk = z
  .strictObject({
    writeId: writeId(),
    studentIds: z.array(id('学生')).check(
      z.minLength(1, { error: '请至少选一名学生。' }),
      z.maxLength(MAX_TOGETHER, { error: `一次最多 ${MAX_TOGETHER} 名学生，请分几次记。` }),
      z.refine((ids) => new Set(ids).size === ids.length, { error: '有学生重复了。' }),
    ),
    on: day('面谈日期'),
    isNoChange: z.boolean(),
    ...words,
  })
  .check(
    z.refine((talk) => talk.isNoChange || hasContent(talk), {
      error: NOTHING_SAID,
      path: ['topics'],
    }),
    z.refine(({ nextOn, on }) => nextOn === null || nextOn > on, {
      error: '下次面谈应当在这次之后。',
      path: ['nextOn'],
    }),
  );

/** Whoever recorded a talk changes it within the term; the day and the student stay. */
export const ReviseTalk = z.strictObject({
  talkId: id('面谈'),
  rev: revision(),
  writeId: writeId(),
  ...words,
});

export const VoidTalk = z.strictObject({
  talkId: id('面谈'),
  writeId: writeId(),
  reason: requiredText('作废的原因', 60),
});

/** A page older than `before` (day and id of the last talk shown), newest first. */
export const ListTalks = z.strictObject({
  studentId: id('学生'),
  before: z.optional(z.strictObject({ on: day('日期'), id: id('面谈') })),
});

/** The page after the one that ended with `before` (last seen, id), never seen first. */
export const ListUnseen = z.strictObject({
  before: z.optional(z.strictObject({ lastTalkOn: z.nullable(day('日期')), id: id('学生') })),
});
export const UNSEEN_PAGE = 20;
