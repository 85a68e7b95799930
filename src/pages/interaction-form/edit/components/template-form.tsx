import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { forbiddenQuestion } from '../../../../../domain/interaction-form/forbidden-question';
import {
  MAX_FORM_NAME,
  MAX_INTRO,
  MAX_QUESTIONS,
  QUESTION_KINDS,
  RESPONDENTS,
  type Respondent,
} from '../../../../../domain/interaction-form/interaction-form.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { OneOf } from '../../../../components/choices';
import { differencesOf, type Parts } from '../../../../components/edit/merge-versions';
import { useDraft } from '../../../../components/edit/use-draft';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { sayFailure } from '../../../../components/failure';
import { TextArea, TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Screen } from '../../../../components/screen';
import { Switch } from '../../../../components/switch';
import { showToast } from '../../../../components/toast';
import { ApiError } from '../../../../platform/batch';
import { newId } from '../../../../platform/id';
import { goBack } from '../../../../platform/navigate';
import { useWriteId } from '../../../../platform/use-api';
import { type Form, useReviseForm } from '../../interaction-form.queries';
import { FORM_PARTS, partsOf, sayFormPart, withParts } from './form-parts';
import { type EditedQuestion, QuestionSheet } from './question-sheet';
import './template-form.scss';

const asForm = (found: unknown): Form | null =>
  Array.isArray((found as Partial<Form> | undefined)?.questions) ? (found as Form) : null;

/** One form, edited as a whole and stored by one 保存. */
export function TemplateForm({ stored }: { stored: Form }) {
  const draft = useDraft(`form:${stored.id}`, asForm);
  const [base, setBase] = useState(stored);
  const [form, setForm] = useState(() =>
    draft.restored?.rev === stored.rev ? draft.restored : stored,
  );
  const [edited, setEdited] = useState<EditedQuestion | null>(null);
  const { mutate, isPending, error, reset } = useReviseForm();
  const writeIdOf = useWriteId();
  const refusal = forbiddenQuestion(form.name) ?? forbiddenQuestion(form.intro);

  const change = (fields: Partial<Form>) => {
    const next = { ...form, ...fields };
    setForm(next);
    draft.keep(next);
  };
  const put = (question: EditedQuestion) => {
    const isKnown = form.questions.some(({ key }) => key === question.key);
    const questions = isKnown
      ? form.questions.map((one) => (one.key === question.key ? question : one))
      : [...form.questions, question];
    change({ questions });
  };
  const saveOver = (from: Form, edit: Form) => {
    const { id: formId, rev: _rev, ...fields } = edit;
    const content = { formId, rev: from.rev, ...fields };
    const onSuccess = () => {
      draft.drop();
      goBack();
      showToast({ text: '已保存，以后发的表用新的样式' });
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  const newer = error instanceof ApiError && error.code === 'stale' ? (error.data as Form) : null;
  const conflict = newer && {
    differences: differencesOf(partsOf(base), partsOf(form), partsOf(newer)),
    standing: { rev: newer.rev, parts: partsOf(newer), byName: '别的老师' },
  };
  /** Goes on from the version that stands, with what was chosen of the two. */
  const resolve = (chosen: Parts, then: 'save' | 'edit') => {
    if (!newer) return;
    const next = withParts(newer, chosen);
    setBase(newer);
    setForm(next);
    draft.keep(next);
    reset();
    if (then === 'save') saveOver(newer, next);
  };

  return (
    <Screen
      footer={
        <Button
          kind="main"
          text="保存"
          isDisabled={form === stored || form.name.trim() === '' || form.questions.length === 0}
          isBusy={isPending}
          onTap={() => saveOver(base, form)}
        />
      }
      sheet={
        (conflict && (
          <VersionsSheet
            conflict={conflict}
            labelOf={(part) => FORM_PARTS[part] ?? ''}
            say={sayFormPart}
            onResolve={resolve}
            onClose={reset}
          />
        )) ||
        (edited && (
          <QuestionSheet
            question={edited}
            onDone={put}
            onMove={(by) => change({ questions: moved(form.questions, edited.key, by) })}
            onRemove={() =>
              change({ questions: form.questions.filter(({ key }) => key !== edited.key) })
            }
            onClose={() => setEdited(null)}
          />
        ))
      }
    >
      <Card key={`${base.rev}`} title="这份表">
        <TextField
          label="名称"
          max={MAX_FORM_NAME}
          initial={form.name}
          onInput={(name) => change({ name })}
        />
        <TextArea
          label="写给填表人的话"
          placeholder="为什么填，填了有什么用。"
          max={MAX_INTRO}
          initial={form.intro}
          onInput={(intro) => change({ intro })}
        />
        {refusal && <Notice kind="error" text={refusal} />}
        <OneOf
          label="谁来填"
          choices={Object.entries(RESPONDENTS) as [Respondent, string][]}
          initial={form.respondent}
          onChoose={(respondent) => change({ respondent })}
        />
        <View className="template-switch">
          <Text>导师先写在校的情况</Text>
          <Switch
            label="导师先写在校的情况"
            isOn={form.hasSchoolPart}
            onSwitch={(hasSchoolPart) => change({ hasSchoolPart })}
          />
        </View>
        <View className="template-switch">
          <Text>可以发放</Text>
          <Switch label="可以发放" isOn={form.isOn} onSwitch={(isOn) => change({ isOn })} />
        </View>
      </Card>
      <Card title="题目" aside={`${form.questions.length}/${MAX_QUESTIONS}`}>
        <Notice text="先问长处。一屏能填完的表，家长才愿意填。" />
        {form.questions.map((question) => (
          <Row
            key={question.key}
            title={question.label}
            note={`${QUESTION_KINDS[question.kind]}${question.isRequired ? ' · 必填' : ''}`}
            onTap={() => setEdited(question)}
          />
        ))}
        {form.questions.length < MAX_QUESTIONS && (
          <Button
            kind="link"
            text="加一道题"
            onTap={() =>
              setEdited({ key: newId(), kind: 'text', label: '', options: [], isRequired: false })
            }
          />
        )}
      </Card>
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Screen>
  );
}

function moved(questions: Form['questions'], key: string, by: 1 | -1): Form['questions'] {
  const from = questions.findIndex((question) => question.key === key);
  const to = from + by;
  const next = [...questions];
  const [question] = next.splice(from, 1);
  if (!question || to < 0 || to >= questions.length) return questions;
  next.splice(to, 0, question);
  return next;
}
