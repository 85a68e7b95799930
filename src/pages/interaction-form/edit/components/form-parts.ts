import {
  QUESTION_KINDS,
  RESPONDENTS,
  type Respondent,
} from '../../../../../domain/interaction-form/interaction-form.schema';
import type { Parts } from '../../../../components/edit/merge-versions';
import type { Form } from '../../interaction-form.queries';

export const FORM_PARTS: Record<string, string> = {
  name: '名称',
  intro: '写给填表人的话',
  respondent: '谁来填',
  hasSchoolPart: '导师先写在校的情况',
  isOn: '可以发放',
  questions: '题目',
};

const YES = '是';
const yesOrNo = (value: boolean): string => (value ? YES : '否');
const questionsIn = (text: string): Form['questions'] => JSON.parse(text) as Form['questions'];

/** A form part by part, as two versions of it are set side by side. */
export const partsOf = (form: Form): Parts => ({
  name: form.name,
  intro: form.intro,
  respondent: form.respondent,
  hasSchoolPart: yesOrNo(form.hasSchoolPart),
  isOn: yesOrNo(form.isOn),
  questions: JSON.stringify(form.questions),
});

/** A version with the parts that were chosen. */
export function withParts(form: Form, chosen: Parts): Form {
  const parts = { ...partsOf(form), ...chosen };
  return {
    ...form,
    name: parts.name ?? '',
    intro: parts.intro ?? '',
    respondent: parts.respondent as Respondent,
    hasSchoolPart: parts.hasSchoolPart === YES,
    isOn: parts.isOn === YES,
    questions: questionsIn(parts.questions ?? '[]'),
  };
}

export function sayFormPart(part: string, text: string): string {
  if (part === 'respondent') return RESPONDENTS[text as Respondent];
  if (part !== 'questions') return text;
  return questionsIn(text)
    .map(({ label, kind }, place) => `${place + 1}. ${label}（${QUESTION_KINDS[kind]}）`)
    .join('\n');
}
