import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { OneOf } from '../../../../components/choices';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { type ReminderSetting, useReviseReminderSetting } from '../../settings.queries';
import { TemplatesCard } from './templates-card';

const EVENINGS = ['20:00', '20:30', '21:00', '21:30', '22:00'];
const MORNINGS = ['06:00', '06:30', '07:00', '07:30'];
const DIGESTS = ['06:30', '07:00', '07:30', '12:30', '16:30', '17:30'];

/** The usual times, with what is set among them. */
const among = (times: readonly string[], chosen: string) =>
  [...new Set([...times, chosen])].sort().map((time) => [time, time] as const);

interface ReminderFormProps {
  stored: ReminderSetting;
  onSaved(): void;
}

/** Three times by tap, stored together. */
export function ReminderForm({ stored, onSaved }: ReminderFormProps) {
  const { rev, templates, ...initial } = stored;
  const [times, setTimes] = useState(initial);
  const { mutate, isPending, error } = useReviseReminderSetting();
  const writeIdOf = useWriteId();
  const save = () => {
    const content = { rev, ...times };
    const onSuccess = () => {
      showToast({ text: '已保存' });
      onSaved();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  const isChanged = JSON.stringify(times) !== JSON.stringify(initial);
  return (
    <>
      <Card title="不打扰的时段">
        <OneOf
          label="晚上从几点起不打扰"
          choices={among(EVENINGS, initial.quietFrom)}
          initial={initial.quietFrom}
          onChoose={(quietFrom) => setTimes({ ...times, quietFrom })}
        />
        <OneOf
          label="早上几点以后"
          choices={among(MORNINGS, initial.quietUntil)}
          initial={initial.quietUntil}
          onChoose={(quietUntil) => setTimes({ ...times, quietUntil })}
        />
        <Notice text="这段时间里不发微信提醒，到早上再发；小程序里随时都能看到。" />
      </Card>
      <Card title="每天的汇总">
        <OneOf
          label="每天的汇总几点发"
          choices={among(DIGESTS, initial.digestAt)}
          initial={initial.digestAt}
          onChoose={(digestAt) => setTimes({ ...times, digestAt })}
        />
        <Notice text="家访反馈、决议、签字这些小事，一个人一天只发一条。会议和要填的表单独提醒。" />
      </Card>
      {error && <Notice kind="error" text={sayFailure(error)} />}
      <TemplatesCard templates={templates} />
      <Button kind="main" text="保存" isDisabled={!isChanged} isBusy={isPending} onTap={save} />
    </>
  );
}
