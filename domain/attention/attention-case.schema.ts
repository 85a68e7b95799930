import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import type { SchoolClassIdentity } from '../calendar/school-class';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';
import type { AttentionLevel } from './attention-category.schema';
import { CASE_KIND_NAMES, type CaseKind } from './case-kinds';

export interface Measure {
  id: string;
  text: string;
  /** In words: 班主任, 数学老师, 本人. */
  owner: string;
  until: Day;
  isDone: boolean;
}

/** What people write in a case (S4-207): from strengths to who does what until when. */
export interface CaseWords {
  level: AttentionLevel;
  fields: Record<string, string>;
  goal: string;
  measures: Measure[];
  reviewOn: Day;
}

export const CASE_OUTCOMES = {
  reached: '目标达成',
  steady: '情况稳定',
  moved: '转由他人继续',
} as const;
export type CaseOutcome = keyof typeof CASE_OUTCOMES;

/** One student's file of special attention. Which groups they belong to is in its sealed note. */
export interface AttentionCase extends Stored, Omit<CaseWords, 'reviewOn'> {
  studentId: string;
  studentName: string;
  classId: string;
  classIdentity: SchoolClassIdentity;
  divisionId: string;
  kind: CaseKind;
  status: 'open' | 'closed';
  openedByName: string;
  /** When it is looked at next; null once closed or void. */
  reviewOn: Day | null;
  /** The leader who stands for this student (包靠, S4-196, S4-275, S4-301). */
  sponsorId: string | null;
  sponsorName: string | null;
  lastFollowUpId: string | null;
  lastFollowUpAt: Date | null;
  followUps: number;
  outcome: CaseOutcome | null;
  outcomeText: string;
  closedOn: Day | null;
  hasSealed: boolean;
  voidedAt: Date | null;
  voidReason: string;
  lastWriteId: string;
}

export const FOLLOW_UP_CHANGES = {
  same: '无变化',
  better: '有进步',
  care: '需要多帮一把',
} as const;
export type FollowUpChange = keyof typeof FOLLOW_UP_CHANGES;

/** A look at a case: how it goes, and when next. */
export interface AttentionFollowUp extends Stored {
  caseId: string;
  studentId: string;
  on: Day;
  byName: string;
  change: FollowUpChange;
  text: string;
  nextOn: Day;
  level: AttentionLevel;
  /** The revision that it left the case at: once the case has moved on, no slip is taken back. */
  leftRev: number;
  /** How the case stood before, so that a slip can be taken back. */
  before: Pick<
    AttentionCase,
    'reviewOn' | 'level' | 'lastFollowUpId' | 'lastFollowUpAt' | 'measures'
  >;
  voidedAt: Date | null;
}

export const MAX_CASE_WORDS = 400;
export const MAX_MEASURES = 8;
export const CASE_PAGE = 20;
export const MAX_FOLLOW_UPS = 50;

const day = (label: string) => z.iso.date({ error: `请选“${label}”。` });
const caseId = () => id('个案');
const edit = { caseId: caseId(), rev: revision(), writeId: writeId() };
const level = () => z.literal([1, 2, 3], { error: '请选一个级别。' });

export const RecordAttentionCase = z.strictObject({
  ...edit,
  studentId: id('学生'),
  kind: z.enum(CASE_KIND_NAMES, { error: '请选一种档案。' }),
  level: level(),
  fields: z.record(id('栏目'), text('栏目', MAX_CASE_WORDS)),
  goal: requiredText('目标', 200),
  measures: z
    .array(
      z.strictObject({
        id: id('措施'),
        text: requiredText('措施', 120),
        owner: requiredText('谁来做', 20),
        until: day('到哪天'),
        isDone: z.boolean(),
      }),
    )
    .check(
      z.maxLength(MAX_MEASURES, { error: `措施最多 ${MAX_MEASURES} 条，少而能做到为好。` }),
      z.refine((rows) => new Set(rows.map((row) => row.id)).size === rows.length, {
        error: '有两条措施用了同一个编号，请删去一条再添加。',
      }),
    ),
  reviewOn: day('下次回访'),
});

/** The sealed part: the groups, and what is known of family, health and mind. */
export const ReviseSealedCase = z.strictObject({
  ...edit,
  text: text('保密部分', 1000),
  categories: z.array(id('类别')).check(z.maxLength(20, { error: '类别太多了。' })),
});

export const AssignSponsor = z.strictObject({ ...edit, sponsorId: z.nullable(id('包靠领导')) });

export const CloseAttentionCase = z.strictObject({
  ...edit,
  outcome: z.enum(Object.keys(CASE_OUTCOMES) as [CaseOutcome, ...CaseOutcome[]], {
    error: '请点一下结果。',
  }),
  outcomeText: requiredText('为什么可以结束', 200),
});

export const VoidAttentionCase = z.strictObject({
  ...edit,
  reason: requiredText('作废的原因', 60),
});

/** 无变化 needs no word; everything else is worth one. */
export const RecordFollowUp = z
  .strictObject({
    caseId: caseId(),
    writeId: writeId(),
    change: z.enum(Object.keys(FOLLOW_UP_CHANGES) as [FollowUpChange, ...FollowUpChange[]], {
      error: '请点一下情况。',
    }),
    text: text('跟进的情况', MAX_CASE_WORDS),
    nextOn: z.optional(day('下次回访')),
    level: z.optional(level()),
    doneIds: z.optional(z.array(id('措施')).check(z.maxLength(MAX_MEASURES))),
  })
  .check(
    z.refine(({ change, text: words }) => change === 'same' || words !== '', {
      error: '请写一句看到的变化。',
      path: ['text'],
    }),
  );

export const VoidFollowUp = z.strictObject({
  caseId: caseId(),
  followUpId: id('跟进'),
  writeId: writeId(),
});

/** By next review; a page begins after the last case shown. */
export const ListAttentionCases = z.strictObject({
  classId: z.optional(id('班级')),
  before: z.optional(z.strictObject({ at: day('下次回访'), id: caseId() })),
});
export const AttentionCaseById = z.strictObject({ caseId: caseId() });
export const AttentionFormOf = z.strictObject({ studentId: id('学生') });

export const followUpIdOf = (ofCaseId: string, ofWriteId: string): string =>
  `${ofCaseId}~${ofWriteId}`;
