import { useRef, useState } from 'react';
import { refusedAnswers } from '../../../../../domain/interaction-form/interaction-form.rules';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Screen } from '../../../../components/screen';
import { showToast } from '../../../../components/toast';
import { ApiError } from '../../../../platform/batch';
import { useWriteId } from '../../../../platform/use-api';
import { sayDate } from '../../../../platform/when';
import { answersOf } from '../../answer/components/answer-parts';
import { type Question, QuestionField } from '../../answer/components/question-field';
import { type Slip, useSubmitSlip } from '../../interaction-form.queries';

/** Nothing is kept on this phone, so the page must stay open. */
const NOT_SENT = '还没有发出去。请不要离开这一页，连上网络后再点一次。';

interface SlipFormProps {
  slip: Slip;
  who: { code: string; name: string };
  onSent(): void;
  onBack(): void;
}

/** On a phone that is anybody's a signature is the name as it is typed. */
const asTyped = (question: Question): Question =>
  question.kind === 'signature'
    ? { ...question, kind: 'text', label: `${question.label}（写名字）` }
    : question;

/** The form of one student; what is typed lives in this page alone. */
export function SlipForm({ slip, who, onSent, onBack }: SlipFormProps) {
  const parts = useRef<Record<string, string>>({});
  const [refused, setRefused] = useState<Record<string, string>>({});
  const { mutate, isPending, error } = useSubmitSlip();
  const writeIdOf = useWriteId();
  const send = () => {
    const answers = answersOf(slip.questions, parts.current);
    const found = refusedAnswers(slip.questions, answers, '');
    setRefused(found);
    const [first] = Object.values(found);
    if (first !== undefined) return showToast({ text: first });
    const content = { ...who, answers };
    return mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess: onSent });
  };
  return (
    <Screen footer={<Button kind="main" text="交给老师" isBusy={isPending} onTap={send} />}>
      <Card title={`${slip.name} · ${slip.title}`} aside={`${sayDate(slip.closesOn)}截止`}>
        {slip.intro !== '' && <Notice text={slip.intro} />}
        <Button kind="link" text="不是我，回去改名字" onTap={onBack} />
        {slip.questions.map((question) => (
          <QuestionField
            key={question.key}
            question={asTyped(question)}
            recordId=""
            part=""
            last={null}
            error={refused[question.key] || undefined}
            onAnswer={(part) => {
              parts.current = { ...parts.current, [question.key]: part };
              if (refused[question.key]) setRefused({ ...refused, [question.key]: '' });
            }}
            onTakeLast={() => undefined}
          />
        ))}
        {error && (
          <Notice kind="error" text={error instanceof ApiError ? sayFailure(error) : NOT_SENT} />
        )}
      </Card>
    </Screen>
  );
}
