import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Numbers } from '../../../../components/numbers';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { type MentoringSetting, useReviseMentoringSetting } from '../../settings.queries';

const CAPACITIES = [5, 8, 10, 12, 15, 20, 30];
const INTERVALS = [7, 14, 21, 30];
const FEEDBACKS = [3, 5, 7, 14];

interface SettingFormProps {
  stored: MentoringSetting;
  onSaved(): void;
}

/** A few choices by tap, stored together. */
export function SettingForm({ stored, onSaved }: SettingFormProps) {
  const [capacity, setCapacity] = useState(stored.capacity);
  const [talkEveryDays, setTalkEveryDays] = useState(stored.talkEveryDays);
  const [visitFeedbackDays, setVisitFeedbackDays] = useState(stored.visitFeedbackDays);
  const { mutate, isPending, error } = useReviseMentoringSetting();
  const writeIdOf = useWriteId();
  const save = () => {
    const content = { rev: stored.rev, capacity, talkEveryDays, visitFeedbackDays };
    const onSuccess = () => {
      showToast({ text: '已保存' });
      onSaved();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  const isChanged =
    capacity !== stored.capacity ||
    talkEveryDays !== stored.talkEveryDays ||
    visitFeedbackDays !== stored.visitFeedbackDays;
  return (
    <>
      <Card title="每位导师最多几名学生">
        <Numbers from={CAPACITIES} unit="名" chosen={capacity} onChoose={setCapacity} />
      </Card>
      <Card title="多久面谈一次">
        <Numbers from={INTERVALS} unit="天" chosen={talkEveryDays} onChoose={setTalkEveryDays} />
        <Notice text="超过这么多天没有谈过的学生，会出现在“还没见到”里。" />
      </Card>
      <Card title="家访以后几天内写反馈">
        <Numbers
          from={FEEDBACKS}
          unit="天"
          chosen={visitFeedbackDays}
          onChoose={setVisitFeedbackDays}
        />
        <Notice text="到期还没有写，会出现在家访老师的“今天”里。已经家访的，期限不变。" />
      </Card>
      {error && <Notice kind="error" text={sayFailure(error)} />}
      <Button kind="main" text="保存" isDisabled={!isChanged} isBusy={isPending} onTap={save} />
    </>
  );
}
