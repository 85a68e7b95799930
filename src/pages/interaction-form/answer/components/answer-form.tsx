import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { EditFooter } from '../../../../components/edit/edit-footer';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { Notice } from '../../../../components/notice';
import { Screen } from '../../../../components/screen';
import { sayDate, sayWhen } from '../../../../platform/when';
import type { Opened } from '../../interaction-form.queries';
import { given, joined, partsOf, sayAnswer } from './answer-parts';
import { QuestionField } from './question-field';
import { SchoolPartCard } from './school-part-card';
import { useAnswerEdit } from './use-answer-edit';

interface AnswerFormProps {
  opened: Opened;
  onSent(): void;
}

/** The form to fill in: nothing known is asked, and last time's answers are one tap away. */
export function AnswerForm({ opened, onSent }: AnswerFormProps) {
  const { campaign, student, questions, record, last, schoolPart } = opened;
  const { edit, recordId, refused, answer } = useAnswerEdit(opened, onSent);
  /** What was taken over or answered since the form was drawn, by question. */
  const [parts, setParts] = useState(edit.initial);
  const [drawn, setDrawn] = useState(0);

  const type = (key: string, part: string) => {
    setParts((now) => ({ ...now, [key]: part }));
    answer(key, part);
  };
  const discard = () => {
    setParts(partsOf(questions, record?.answers ?? {}));
    edit.discard();
  };
  const takeLast = (keys: readonly string[]) => {
    for (const key of keys) type(key, joined(last?.answers[key] ?? []));
    setDrawn(drawn + 1);
  };
  const offered = questions.filter(({ key }) => last?.answers[key] && (parts[key] ?? '') === '');
  const questionOf = (key: string) => questions.find((one) => one.key === key);
  const say = (key: string, part: string) => {
    const question = questionOf(key);
    return question ? sayAnswer(question, given(question, part)) : part;
  };

  const sheet = edit.conflict && (
    <VersionsSheet
      conflict={edit.conflict}
      labelOf={(key) => questionOf(key)?.label ?? ''}
      say={say}
      onResolve={(chosen, then) => {
        setParts((now) => ({ ...now, ...chosen }));
        edit.resolve(chosen, then);
      }}
      onClose={edit.closeConflict}
    />
  );
  return (
    <Screen footer={<EditFooter edit={edit} verb="提交" />} sheet={sheet}>
      {edit.isRestored && (
        <Notice
          kind="care"
          text="这是上次没有提交的草稿。"
          action={<Button kind="link" text="丢弃草稿" onTap={discard} />}
        />
      )}
      {schoolPart && <SchoolPartCard part={schoolPart} student={student} />}
      <Card
        key={`${edit.formKey} ${drawn}`}
        title={schoolPart ? '请您填写' : `${student.name} · ${student.classLabel}`}
        aside={`${sayDate(campaign.closesOn)}截止`}
      >
        {campaign.intro !== '' && <Notice text={campaign.intro} />}
        {record && (
          <Notice
            text={`${record.byName}${sayWhen(String(record.answeredAt))}填过，可以接着改。`}
          />
        )}
        {offered.length > 1 && (
          <Button
            kind="link"
            text="都和上次一样"
            onTap={() => takeLast(offered.map(({ key }) => key))}
          />
        )}
        {questions.map((question) => (
          <QuestionField
            key={question.key}
            question={question}
            recordId={recordId}
            part={parts[question.key] ?? ''}
            last={offered.includes(question) ? (last?.answers[question.key] ?? null) : null}
            error={refused[question.key]}
            onAnswer={(part) => type(question.key, part)}
            onTakeLast={() => takeLast([question.key])}
          />
        ))}
      </Card>
    </Screen>
  );
}
