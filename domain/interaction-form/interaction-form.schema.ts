import * as z from 'zod/mini';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';
import { forbiddenQuestion } from './forbidden-question';

/** What can be asked. A section only heads the questions after it. */
export const QUESTION_KINDS = {
  section: '小标题',
  single: '单选',
  multiple: '多选',
  scale: '程度',
  text: '文字',
  date: '日期',
  photo: '照片',
  signature: '签名',
} as const;
export type QuestionKind = keyof typeof QUESTION_KINDS;

export interface Option {
  key: string;
  label: string;
}

export interface Question {
  /** Stays when the wording changes, so that last answers can be taken over. */
  key: string;
  kind: QuestionKind;
  label: string;
  /** Of choices; of a scale its steps, from little to much. Empty for the others. */
  options: Option[];
  isRequired: boolean;
}

/** Who fills it in: a guardian on their own phone, or a student on a teacher's. */
export const RESPONDENTS = { guardian: '家长填写', student: '学生填写' } as const;
export type Respondent = keyof typeof RESPONDENTS;

/** What a school edits about a form; what was sent keeps the version it was sent with. */
export interface FormFields {
  name: string;
  /** To whoever fills it in: what it is for. */
  intro: string;
  respondent: Respondent;
  /** Does the mentor first write how the child is at school (S4-260)? */
  hasSchoolPart: boolean;
  questions: Question[];
  isOn: boolean;
}

/** A school's form (互动表). A preset that nobody has changed is not stored: its revision is 0. */
export interface InteractionForm extends Stored, FormFields {
  formId: string;
  lastWriteId: string;
}

export const formIdOf = (schoolId: string, formId: string): string => `${schoolId}~${formId}`;

export const MAX_QUESTIONS = 20;
export const MAX_OPTIONS = 8;
export const MAX_FORMS = 40;
export const MAX_LABEL = 60;
export const MAX_FORM_NAME = 20;
export const MAX_INTRO = 120;

/** Words of a form, refused with the reason if they ask what must not be asked. */
export const asked = (label: string, max: number) =>
  requiredText(label, max).check(
    z.refine((value) => forbiddenQuestion(value) === null, {
      error: ({ input }) => forbiddenQuestion(input as string) ?? '',
    }),
  );

const unique = <T>(items: readonly T[], of: (item: T) => string): boolean =>
  new Set(items.map(of)).size === items.length;

const STEPS: Partial<Record<QuestionKind, readonly [least: number, most: number]>> = {
  single: [2, MAX_OPTIONS],
  multiple: [2, MAX_OPTIONS],
  scale: [3, 5],
};

const QuestionInput = z
  .strictObject({
    key: id('题目'),
    kind: z.enum(Object.keys(QUESTION_KINDS) as [QuestionKind, ...QuestionKind[]]),
    label: asked('题目', MAX_LABEL),
    options: z.array(z.strictObject({ key: id('选项'), label: asked('选项', 20) })).check(
      z.refine((options) => unique(options, ({ label }) => label), {
        error: '有两个选项一样，请改一个。',
      }),
      z.refine((options) => unique(options, ({ key }) => key), {
        error: '有两个选项用了同一个编号，请删去一个再添加。',
      }),
    ),
    isRequired: z.boolean(),
  })
  .check(
    z.refine(
      ({ kind, options }) => {
        const [least, most] = STEPS[kind] ?? [0, 0];
        return options.length >= least && options.length <= most;
      },
      {
        error: `单选、多选要有 2 到 ${MAX_OPTIONS} 个选项，程度要有 3 到 5 级。`,
        path: ['options'],
      },
    ),
  );

export const ReviseInteractionForm = z.strictObject({
  formId: id('互动表'),
  rev: revision(),
  writeId: writeId(),
  name: asked('名称', MAX_FORM_NAME),
  intro: text('说明', MAX_INTRO).check(
    z.refine((value) => forbiddenQuestion(value) === null, {
      error: ({ input }) => forbiddenQuestion(input as string) ?? '',
    }),
  ),
  respondent: z.enum(['guardian', 'student']),
  hasSchoolPart: z.boolean(),
  isOn: z.boolean(),
  questions: z.array(QuestionInput).check(
    z.minLength(1, { error: '请至少加一道题。' }),
    z.maxLength(MAX_QUESTIONS, { error: `最多 ${MAX_QUESTIONS} 道题，一屏能填完最好。` }),
    z.refine((questions) => unique(questions, ({ key }) => key), {
      error: '有两道题用了同一个编号，请删去一道再添加。',
    }),
  ),
});
