import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { forbiddenQuestion } from '../../../../../domain/interaction-form/forbidden-question';
import {
  MAX_LABEL,
  QUESTION_KINDS,
  type QuestionKind,
} from '../../../../../domain/interaction-form/interaction-form.schema';
import { Button } from '../../../../components/button';
import { OneOf } from '../../../../components/choices';
import { TextArea, TextField } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { Switch } from '../../../../components/switch';
import type { Form } from '../../interaction-form.queries';

export type EditedQuestion = Form['questions'][number];

interface QuestionSheetProps {
  question: EditedQuestion;
  onDone(question: EditedQuestion): void;
  onMove(by: 1 | -1): void;
  onRemove(): void;
  onClose(): void;
}

const KINDS = Object.entries(QUESTION_KINDS) as [QuestionKind, string][];
const WITH_OPTIONS: readonly QuestionKind[] = ['single', 'multiple', 'scale'];
const MAX_OPTIONS_TEXT = 200;

/** Options one a line; one that keeps its words keeps its key, and so its count. */
function optionsOf(typed: string, before: EditedQuestion['options']): EditedQuestion['options'] {
  const labels = [...new Set(typed.split('\n').map((line) => line.trim()))].filter(Boolean);
  const taken = new Set(before.map(({ key }) => key));
  return labels.map((label) => {
    const known = before.find((option) => option.label === label);
    if (known) return known;
    let number = 1;
    while (taken.has(`o${number}`)) number += 1;
    taken.add(`o${number}`);
    return { key: `o${number}`, label };
  });
}

/** One question: what is asked and how; what must not be asked is said as it is typed. */
export function QuestionSheet({ question, onDone, onMove, onRemove, onClose }: QuestionSheetProps) {
  const [kind, setKind] = useState(question.kind);
  const [label, setLabel] = useState(question.label);
  const [typed, setTyped] = useState(question.options.map((one) => one.label).join('\n'));
  const [isRequired, setIsRequired] = useState(question.isRequired);
  const hasOptions = WITH_OPTIONS.includes(kind);
  const options = hasOptions ? optionsOf(typed, question.options) : [];
  const refusal =
    forbiddenQuestion(label) ??
    options.map((option) => forbiddenQuestion(option.label)).find((one) => one !== null);
  const least = kind === 'scale' ? 3 : 2;
  const isReady = label.trim() !== '' && !refusal && (!hasOptions || options.length >= least);
  const isNew = question.label === '';
  const end = (act: () => void) => {
    act();
    onClose();
  };
  return (
    <Sheet
      title={isNew ? '加一道题' : '改这道题'}
      footer={
        <Button
          kind="main"
          text="好"
          isDisabled={!isReady}
          onTap={() =>
            end(() => onDone({ ...question, kind, label: label.trim(), options, isRequired }))
          }
        />
      }
      onClose={onClose}
    >
      <TextField
        label="题目"
        max={MAX_LABEL}
        initial={question.label}
        error={refusal ?? undefined}
        onInput={setLabel}
      />
      <OneOf<QuestionKind>
        label="怎么答"
        choices={KINDS}
        initial={question.kind}
        onChoose={setKind}
      />
      {hasOptions && (
        <TextArea
          label={kind === 'scale' ? '各级，从少到多，一行一个（3 到 5 级）' : '选项，一行一个'}
          max={MAX_OPTIONS_TEXT}
          initial={typed}
          onInput={setTyped}
        />
      )}
      {kind !== 'section' && (
        <View className="template-switch">
          <Text>必填</Text>
          <Switch label="必填" isOn={isRequired} onSwitch={setIsRequired} />
        </View>
      )}
      {!isNew && (
        <View className="template-switch">
          <Button kind="link" text="上移" onTap={() => end(() => onMove(-1))} />
          <Button kind="link" text="下移" onTap={() => end(() => onMove(1))} />
          <Button kind="link" text="删去这道题" onTap={() => end(onRemove)} />
        </View>
      )}
    </Sheet>
  );
}
