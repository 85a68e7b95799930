import { type Day, daysBetween } from '../calendar/day';
import { type InteractionCampaign, MAX_WINDOW_DAYS } from './interaction-campaign.schema';
import type { Question } from './interaction-form.schema';
import {
  type Answers,
  type InteractionProgress,
  MAX_PHOTOS,
  MAX_SIGNED_NAME,
  MAX_WORDS,
} from './interaction-record.schema';

type Window = Pick<InteractionCampaign, 'opensOn' | 'closesOn' | 'closedAt'>;

/** Can it be filled in on that day? */
export const isOpen = ({ opensOn, closesOn, closedAt }: Window, today: Day): boolean =>
  closedAt === null && opensOn <= today && today <= closesOn;

/** Why a window of days will not do, as a sentence; null if it will. */
export function refusedWindow(opensOn: Day, closesOn: Day, today: Day): string | null {
  if (closesOn < opensOn) return '截止的日子在开始之前，请重新选。';
  if (closesOn < today) return '截止的日子已经过去，请选今天或以后。';
  if (daysBetween(opensOn, closesOn) > MAX_WINDOW_DAYS) {
    return `开放最多 ${MAX_WINDOW_DAYS} 天，请选近一些的日子。`;
  }
  return null;
}

/** Does it go to this student? Whoever changes class goes by the class they are in now. */
export function concerns(
  campaign: Pick<InteractionCampaign, 'target' | 'classIds' | 'studentIds'>,
  student: { _id: string; classId: string },
): boolean {
  if (campaign.target === 'mentees') return campaign.studentIds.includes(student._id);
  return concernsClass(campaign, student.classId);
}

/** Does it go to this class as a whole? */
export const concernsClass = (
  { target, classIds }: Pick<InteractionCampaign, 'target' | 'classIds'>,
  classId: string,
): boolean => target === 'school' || (target !== 'mentees' && classIds.includes(classId));

const MOST: Partial<Record<Question['kind'], number>> = { photo: MAX_PHOTOS };
const CHOICES: readonly Question['kind'][] = ['single', 'multiple', 'scale'];
/** Files lie under their record, each by a name that nobody can guess. */
const FILE =
  /^cloud:\/\/[\w.-]{1,100}\/interaction-forms\/([A-Za-z0-9_~-]{1,170})\/[A-Za-z0-9]{20}\.jpg$/;
const isFileOf = (answer: string, recordId: string): boolean => FILE.exec(answer)?.[1] === recordId;
/** Is a signature one that was drawn? Else it is a name that was typed. */
export const isDrawn = (signature: string): boolean => signature.startsWith('cloud://');
const KEPT_AS_FILES: readonly Question['kind'][] = ['photo', 'signature'];

export const filePathOf = (recordId: string, name: string): string =>
  `interaction-forms/${recordId}/${name}.jpg`;

/** Answers without those that say nothing, and without what was not asked. */
export function cleanAnswers(questions: readonly Question[], answers: Answers): Answers {
  const kept = questions.flatMap(({ key }) => {
    const given = (answers[key] ?? []).filter((one) => one !== '');
    return given.length > 0 ? [[key, given] as const] : [];
  });
  return Object.fromEntries(kept);
}

function refusedAnswer(
  { kind, label, options, isRequired }: Question,
  given: string[],
  recordId: string,
): string | null {
  if (given.length === 0) return isRequired ? `请填写“${label}”。` : null;
  if (CHOICES.includes(kind)) {
    const known = given.every((one) => options.some(({ key }) => key === one));
    if (!known || new Set(given).size < given.length) return `“${label}”的选项变了，请重新选。`;
  }
  const most = kind === 'multiple' ? options.length : (MOST[kind] ?? 1);
  if (given.length > most) return `“${label}”最多 ${most} 个。`;
  if (kind === 'date' && !given.every((one) => /^\d{4}-\d{2}-\d{2}$/.test(one))) {
    return `请选“${label}”的日子。`;
  }
  const files = kind === 'photo' ? given : kind === 'signature' ? given.filter(isDrawn) : [];
  if (!files.every((one) => isFileOf(one, recordId))) return `“${label}”没有传好，请再传一次。`;
  if (kind === 'signature' && files.length === 0 && (given[0] ?? '').length > MAX_SIGNED_NAME) {
    return `“${label}”里的名字最多 ${MAX_SIGNED_NAME} 个字。`;
  }
  return null;
}

/** What is missing or does not fit: question key → sentence. Empty when all is well. */
export function refusedAnswers(
  questions: readonly Question[],
  answers: Answers,
  recordId: string,
): Record<string, string> {
  const refused = questions.flatMap((question) => {
    if (question.kind === 'section') return [];
    const sentence = refusedAnswer(question, answers[question.key] ?? [], recordId);
    return sentence ? [[question.key, sentence] as const] : [];
  });
  const last = questions.at(-1);
  if (refused.length === 0 && last && wordsOf(questions, answers).length > MAX_WORDS) {
    return { [last.key]: `文字一共最多 ${MAX_WORDS} 字，请精简后再提交。` };
  }
  return Object.fromEntries(refused);
}

/** Everything that was written freely, for the platform's check. */
export const wordsOf = (questions: readonly Question[], answers: Answers): string =>
  questions
    .flatMap(({ kind, key }) => {
      const given = answers[key] ?? [];
      if (kind === 'signature') return given.filter((one) => !isDrawn(one));
      return kind === 'text' ? given : [];
    })
    .join('\n');

/** What a student answers with a code: not with pictures, for the phone may be anybody's. */
export const askedByCode = (questions: readonly Question[]): Question[] =>
  questions.filter(({ kind }) => kind !== 'photo');

/** Every file of a form: pictures, and signatures that were drawn. */
export const filesOf = (questions: readonly Question[], answers: Answers): string[] =>
  questions
    .filter(({ kind }) => KEPT_AS_FILES.includes(kind))
    .flatMap(({ key }) => (answers[key] ?? []).filter(isDrawn));

/** Answers without what was written freely: while it waits for a teacher. */
export const withoutWords = (questions: readonly Question[], answers: Answers): Answers =>
  Object.fromEntries(
    questions
      .filter(({ kind }) => CHOICES.includes(kind) || kind === 'date')
      .flatMap(({ key }) => (answers[key] ? [[key, answers[key]] as const] : [])),
  );

type Counts = InteractionProgress['counts'];

/** Counts after one answer took the place of another; null for none. */
export function recount(
  questions: readonly Question[],
  counts: Counts,
  before: Answers | null,
  after: Answers | null,
): Counts {
  const changed: Counts = {};
  for (const { key, options, kind } of questions) {
    if (!CHOICES.includes(kind)) continue;
    const has = (answers: Answers | null, option: string) =>
      Number(answers?.[key]?.includes(option) ?? false);
    changed[key] = Object.fromEntries(
      options.map(({ key: option }) => [
        option,
        (counts[key]?.[option] ?? 0) + has(after, option) - has(before, option),
      ]),
    );
  }
  return changed;
}

/** The counts of several classes together. */
export function addCounts(
  questions: readonly Question[],
  all: readonly Pick<InteractionProgress, 'counts'>[],
): Counts {
  return Object.fromEntries(
    questions.map(({ key, options }) => [
      key,
      Object.fromEntries(
        options.map(({ key: option }) => [
          option,
          all.reduce((sum, { counts }) => sum + (counts[key]?.[option] ?? 0), 0),
        ]),
      ),
    ]),
  );
}

/** Last answers that still fit what is asked now; files and signatures are given afresh each time. */
export function lastAnswers(questions: readonly Question[], last: Answers): Answers {
  const fitting = questions.filter(
    (question) =>
      !KEPT_AS_FILES.includes(question.kind) &&
      (last[question.key]?.length ?? 0) > 0 &&
      refusedAnswer(question, last[question.key] ?? [], '') === null,
  );
  return Object.fromEntries(fitting.map(({ key }) => [key, last[key] ?? []]));
}
