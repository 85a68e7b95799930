import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import type { SubjectKind } from '../regulation/duty.schema';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';

/** How much of a term a summary covers: 周周小结、月月总结 (S4-225), 每月一通报，每学期一汇总 (S4-226). */
export const SUMMARY_PERIODS = { week: '一周', month: '一月', term: '一学期' } as const;
export type PeriodKind = keyof typeof SUMMARY_PERIODS;

export const SUMMARY_LEVELS = { class: '班级', division: '级部', school: '学校' } as const;
export type SummaryLevel = keyof typeof SUMMARY_LEVELS;

/** How a duty stands at one place: windows that fell due, those done, those over their day. */
export interface PlaceCount {
  placeId: string;
  done: number;
  of: number;
  late: number;
}

/** A duty of the school's rules with the places that owe it, in the order of the roster. */
export interface DutyTally {
  dutyId: string;
  title: string;
  clause: string;
  forWhom: Extract<SubjectKind, 'class' | 'division' | 'school'>;
  places: PlaceCount[];
}

/** What a class did, in figures; no student is named in it. */
export interface ClassTally {
  classId: string;
  divisionId: string;
  label: string;
  homeroomTeacher: string;
  students: number;
  /** Students somebody talked with in the period. */
  seen: number;
  talks: number;
  homeVisits: number;
  forms: number;
  /** Students nobody has talked with for longer than the school's interval. */
  unseen: number;
  lateResolutions: number;
}

/** A student whom nobody has talked with for long: named only to those who may see them all. */
export interface UnseenStudent {
  studentId: string;
  name: string;
  /** null when there was no talk this term. */
  daysSince: number | null;
}

/** What its writers add to the figures. */
export interface SummaryWords {
  good: string;
  care: string;
  next: string;
}

export const SUMMARY_WORDS: Record<keyof SummaryWords, string> = {
  good: '做得扎实的',
  care: '还要抓紧的',
  next: '下一步怎么做',
};

/** What a correction changed, as shown: 面谈(七年级(3)班), 12, 13. */
export interface SummaryChange {
  what: string;
  from: string;
  to: string;
}

export interface Correction {
  /** The version that it corrects. */
  of: number;
  why: string;
  changes: SummaryChange[];
}

/** The names of what a division or the school is made of. */
export interface PlaceName {
  placeId: string;
  label: string;
}

/**
 * What a place did in a period, as it stood when it was made: counters and the timeline, never a
 * record. Signed it does not change any more: a correction is a version of its own.
 */
export interface Summary extends Stored {
  level: SummaryLevel;
  placeId: string;
  placeLabel: string;
  classId: string | null;
  divisionId: string | null;
  periodKind: PeriodKind;
  /** `2026-1-w09`: the same key as the windows of duties. */
  periodId: string;
  periodLabel: string;
  from: Day;
  to: Day;
  /** The day whose facts it counts. */
  countedOn: Day;
  version: number;
  /** The version that stands in its place; null for the one that stands. */
  replacedBy: number | null;
  classes: ClassTally[];
  divisions: PlaceName[];
  duties: DutyTally[];
  /** Of a class's summary only. */
  unseen: UnseenStudent[];
  words: SummaryWords;
  signedAt: Date | null;
  signedByName: string | null;
  correction: Correction | null;
  lastWriteId: string;
}

/** The facts of a summary, without what people add to them. */
export type SummaryFacts = Pick<Summary, 'classes' | 'divisions' | 'duties' | 'unseen'>;

export const summaryIdOf = (periodId: string, placeId: string, version: number): string =>
  `${periodId}~${placeId}~v${version}`;

/** The place of a summary's id. Not trusted: rights are asked of the summary that was read. */
export const placeIdIn = (summaryId: string): string =>
  summaryId.slice(summaryId.indexOf('~') + 1, summaryId.lastIndexOf('~'));

export const NO_WORDS: SummaryWords = { good: '', care: '', next: '' };

/**
 * The key to a summary that goes into a chat. It opens nothing by itself: what its holder sees is
 * what their role sees, and who has no part in the place sees nothing.
 */
export interface SummaryCard extends Stored {
  summaryId: string;
  expiresAt: Date;
  lastWriteId: string;
}

export const CARD_DAYS = 14;
export const MAX_SUMMARY_WORDS = 600;
export const SUMMARY_PAGE = 20;

const summaryId = () => id('小结');
const words = z.strictObject({
  good: text(SUMMARY_WORDS.good, MAX_SUMMARY_WORDS),
  care: text(SUMMARY_WORDS.care, MAX_SUMMARY_WORDS),
  next: text(SUMMARY_WORDS.next, MAX_SUMMARY_WORDS),
});

/** Without a place: the widest that one reaches. */
export const ListSummaries = z.strictObject({
  placeId: z.optional(id('班级、级部或学校')),
  before: z.optional(
    z.strictObject({
      to: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/, { error: '请回到最上面再看一次。' })),
      id: summaryId(),
    }),
  ),
});

export const SummaryById = z.strictObject({ summaryId: summaryId() });

/** Make it now, or count again what nobody has signed yet. */
export const RecordSummary = z.strictObject({
  writeId: writeId(),
  level: z.enum(['class', 'division', 'school'], { error: '请选班级、级部或学校。' }),
  placeId: id('班级、级部或学校'),
  periodId: id('周、月或学期'),
});

const edit = { summaryId: summaryId(), rev: revision(), writeId: writeId() };

export const ReviseSummary = z.strictObject({ ...edit, words });
export const SignOffSummary = z.strictObject(edit);
export const CorrectSummary = z.strictObject({
  ...edit,
  words,
  why: requiredText('更正的原因', 200),
});

/** The key is made by the phone: 20 letters and digits, as every id that nobody can guess. */
const token = () =>
  z.string().check(z.regex(/^[A-Za-z0-9]{20}$/, { error: '卡片的地址不完整，请再点一次卡片。' }));

export const RecordSummaryCard = z.strictObject({
  summaryId: summaryId(),
  token: token(),
  writeId: writeId(),
});
export const SummaryCardById = z.strictObject({ summaryId: summaryId(), token: token() });
