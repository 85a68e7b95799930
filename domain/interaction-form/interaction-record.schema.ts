import * as z from 'zod/mini';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';
import { MAX_QUESTIONS } from './interaction-form.schema';

/**
 * Question key → what was answered: of a choice the option keys, of a text the text alone, of a
 * date the day, of photos their file ids, of a signature the file it was drawn in or, from whoever
 * cannot draw one, the name as it was typed. Left out: not answered.
 */
export type Answers = Record<string, string[]>;

/**
 * `review`: the platform was not sure about the words, or could not be asked. Others see them when
 * a teacher has let them through; whoever wrote them always does.
 */
export type CheckState = 'pass' | 'review';

/** One form filled in: one for a campaign and a student, whoever of the guardians writes it. */
export interface InteractionRecord extends Stored {
  campaignId: string;
  formId: string;
  studentId: string;
  studentName: string;
  /** Of the student when it was first filled in. */
  classId: string;
  divisionId: string;
  answers: Answers;
  answeredAt: Date;
  checkState: CheckState;
  lastWriteId: string;
}

export const recordIdOf = (campaignId: string, studentId: string): string =>
  `${campaignId}~${studentId}`;

/**
 * How far a campaign is in one class, and what its answers add up to; changed in the transaction
 * of each answer, so that no reader counts.
 */
export interface InteractionProgress {
  _id: string;
  schemaVersion: number;
  schoolId: string;
  campaignId: string;
  classId: string;
  divisionId: string;
  answered: number;
  /** School parts written. */
  prepared: number;
  /** Question key → option key → how many chose it. */
  counts: Record<string, Record<string, number>>;
}

export const progressIdOf = (campaignId: string, classId: string): string =>
  `${campaignId}~${classId}`;

export const MAX_ANSWER = 500;
/** All texts of one form together: two checks by the platform at most. */
export const MAX_WORDS = 5_000;
export const MAX_PHOTOS = 3;
/** A signature that was typed. */
export const MAX_SIGNED_NAME = 20;

export const answersInput = () =>
  z.record(id('题目'), z.array(text('回答', MAX_ANSWER)).check(z.maxLength(10))).check(
    z.refine((given) => Object.keys(given).length <= MAX_QUESTIONS, {
      error: '回答比题目多，请刷新后再填。',
    }),
  );

const which = { campaignId: id('互动表'), studentId: id('学生') };

export const SubmitInteractionRecord = z.strictObject({
  ...which,
  rev: revision(),
  writeId: writeId(),
  answers: answersInput(),
});
export const InteractionRecordById = z.strictObject(which);
export const SignOffInteractionRecord = z.strictObject({ ...which, writeId: writeId() });
/** Of a class; without one, of those one is mentor of. */
export const ListInteractionRecords = z.strictObject({
  campaignId: id('互动表'),
  classId: z.optional(id('班级')),
});

/** Without a class: of everybody the campaign went to. */
const tally = { campaignId: id('互动表'), classId: z.optional(id('班级')) };
export const TallyById = z.strictObject(tally);

export const TEXT_PAGE = 20;
export const ListInteractionTexts = z.strictObject({
  ...tally,
  questionKey: id('题目'),
  before: z.optional(
    z.strictObject({
      at: z.iso.datetime(),
      id: z.string().check(z.regex(/^[A-Za-z0-9_~-]{1,170}$/, { error: '请回到最上面再看一次。' })),
    }),
  ),
});

/** Free answers put into themes by hand, for a meeting (S0-41). */
export interface InteractionTheme extends Stored {
  campaignId: string;
  questionKey: string;
  /** null: of everybody the campaign went to. */
  classId: string | null;
  themes: { key: string; label: string }[];
  /** Answer key → theme key. An answer that changes gets another key, and is put in again. */
  assigned: Record<string, string>;
  lastWriteId: string;
}

export const themeIdOf = (campaignId: string, classId: string | null, questionKey: string) =>
  `${campaignId}~${classId ?? 'all'}~${questionKey}`;

export const MAX_THEMES = 12;
export const MAX_ASSIGNED = 1_000;

export const ReviseInteractionTheme = z
  .strictObject({
    ...tally,
    questionKey: id('题目'),
    rev: revision(),
    writeId: writeId(),
    themes: z.array(z.strictObject({ key: id('主题'), label: requiredText('主题', 12) })).check(
      z.maxLength(MAX_THEMES, { error: `最多 ${MAX_THEMES} 个主题。` }),
      z.refine((themes) => new Set(themes.map(({ label }) => label)).size === themes.length, {
        error: '有两个主题同名，请改一个。',
      }),
    ),
    assigned: z.record(id('回答'), id('主题')).check(
      z.refine((assigned) => Object.keys(assigned).length <= MAX_ASSIGNED, {
        error: `最多归类 ${MAX_ASSIGNED} 条，请分班归类。`,
      }),
    ),
  })
  .check(
    z.refine(
      ({ themes, assigned }) =>
        Object.values(assigned).every((theme) => themes.some(({ key }) => key === theme)),
      { error: '有回答归到了已删去的主题，请重新归类。', path: ['assigned'] },
    ),
  );
