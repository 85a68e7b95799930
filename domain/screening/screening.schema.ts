import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import { id, idList, requiredText, revision, type Stored, text, writeId } from '../schema';
import { MAX_CLASSES } from '../school/roster.schema';

/** Why a school looks at every single student (S4-183, S4-184, S4-280). */
export const SCREENING_KINDS = {
  monthly: '每月集中排查',
  irregular: '不定期排查',
  health: '特异体质摸底',
} as const;
export type ScreeningKind = keyof typeof SCREENING_KINDS;
const KIND_NAMES = Object.keys(SCREENING_KINDS) as [ScreeningKind, ...ScreeningKind[]];

/** What a finding is about, by tap; it lies in the sealed note with its line. */
export const CONCERNS = {
  mood: '情绪',
  study: '学习',
  peers: '同学关系',
  family: '家庭变化',
  health: '身体',
  conduct: '行为安全',
  online: '网络与手机',
  other: '其他',
} as const;
export type Concern = keyof typeof CONCERNS;

/** One round of a school. Its id is made of kind and period, so a month has one and no more. */
export interface ScreeningRound extends Stored {
  kind: ScreeningKind;
  termId: string;
  /** 2026-10 for a monthly one, the term for 摸底, the day it began for an irregular one. */
  period: string;
  title: string;
  startsOn: Day;
  dueOn: Day;
  status: 'open' | 'closed';
  closedAt: Date | null;
  closedByName: string | null;
  /** How many students were looked at, and how many of them need help: known at the end. */
  students: number;
  findings: number;
  lastWriteId: string;
}

export type TickState = 'same' | 'concern';

export interface Tick {
  state: TickState;
  at: Date;
}

/** The sheet of a class in a round: one document, bounded by the class (S4-182). */
export interface ScreeningSheet extends Stored {
  roundId: string;
  classId: string;
  divisionId: string;
  termId: string;
  /** By student. What is wrong is not here. */
  ticks: Record<string, Tick>;
  status: 'open' | 'submitted' | 'confirmed';
  submittedAt: Date | null;
  submittedByName: string | null;
  confirmedByName: string | null;
  /** Counted with every tick, so that an overview reads no ticks. */
  ticked: number;
  findings: number;
  lastWriteId: string;
}

export const roundIdOf = (schoolId: string, kind: ScreeningKind, period: string): string =>
  `${schoolId}~${period}~${kind}`;
export const sheetIdOf = (roundId: string, classId: string): string => `${roundId}~${classId}`;
/** The note of one student's finding belongs to this. */
export const findingIdOf = (roundId: string, studentId: string): string =>
  `${roundId}~${studentId}`;

export const ROUND_LIST = 12;

/** Ids composed of several may be longer than one. */
const roundId = () =>
  z.string().check(z.regex(/^[A-Za-z0-9_~-]{1,120}$/, { error: '请返回排查列表再进来。' }));

const ofSheet = { roundId: roundId(), classId: id('班级'), writeId: writeId() };

export const PlanScreeningRound = z.strictObject({
  kind: z.enum(KIND_NAMES, { error: '请选一种排查。' }),
  dueOn: z.iso.date({ error: '请选哪天交齐。' }),
  writeId: writeId(),
});

/** Ticks 无变化, or takes ticks back; `rest` is everybody who has no tick yet. */
export const RecordTicks = z.strictObject({
  ...ofSheet,
  students: z.union([z.literal('rest'), idList('学生', 160)]),
  state: z.nullable(z.literal('same')),
});

export const RecordFinding = z.strictObject({
  ...ofSheet,
  studentId: id('学生'),
  rev: revision(),
  concern: z.enum(Object.keys(CONCERNS) as [Concern, ...Concern[]], {
    error: '请点一下是哪方面。',
  }),
  text: requiredText('看到的情况', 200),
});

/** False takes it back, as long as the division has not confirmed. */
export const SubmitSheet = z.strictObject({ ...ofSheet, isSubmitted: z.boolean() });

export const SignOffSheets = z.strictObject({
  roundId: roundId(),
  classIds: idList('班级', MAX_CLASSES).check(z.minLength(1, { error: '请选要确认的班级。' })),
  writeId: writeId(),
});

export const CloseRound = z.strictObject({
  roundId: roundId(),
  writeId: writeId(),
  note: text('学校的意见', 200),
});

export const RoundById = z.strictObject({ roundId: roundId() });
export const SheetById = z.strictObject({ roundId: roundId(), classId: id('班级') });
