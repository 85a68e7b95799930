import { isDrawn } from '../../../../../domain/interaction-form/interaction-form.rules';
import type { Answers } from '../../../../../domain/interaction-form/interaction-record.schema';
import type { Parts } from '../../../../components/edit/merge-versions';
import type { Opened } from '../../interaction-form.queries';

type Question = Opened['questions'][number];

const BETWEEN = '\n';

/** Answers as the parts of an edit: of choices and files the keys, one a line. */
export const partsOf = (questions: readonly Question[], answers: Answers): Parts =>
  Object.fromEntries(questions.map(({ key }) => [key, (answers[key] ?? []).join(BETWEEN)]));

/** One part as it is answered; a text is one answer, however many lines it has. */
export const given = (question: Pick<Question, 'kind'>, part: string): string[] => {
  if (part === '') return [];
  return question.kind === 'text' ? [part] : part.split(BETWEEN);
};

export const joined = (keys: readonly string[]): string => keys.join(BETWEEN);

export const answersOf = (questions: readonly Question[], parts: Parts): Answers =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const answer = given(question, (parts[question.key] ?? '').trim());
      return answer.length > 0 ? [[question.key, answer] as const] : [];
    }),
  );

/** An answer in the words of the form. */
export function sayAnswer({ kind, options }: Question, answer: readonly string[]): string {
  if (kind === 'photo') return answer.length > 0 ? `${answer.length} 张照片` : '';
  const [signature = ''] = answer;
  if (kind === 'signature') return isDrawn(signature) ? '已手写签名' : `${signature}（打字签名）`;
  return answer.map((one) => options.find(({ key }) => key === one)?.label ?? one).join('、');
}
