import { useRef } from 'react';
import { monthAndDay } from '../../../../../domain/calendar/day';
import { taskOf } from '../../../../../domain/consultation/consultation-item.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { sayFailure } from '../../../../components/failure';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { showToast } from '../../../../components/toast';
import { goBack } from '../../../../platform/navigate';
import { useWriteId } from '../../../../platform/use-api';
import { Breaches } from '../../components/said';
import { type Item, type Meeting, useClose } from '../../consultation.queries';

/** 谁 / 做什么 / 谁负责 / 哪天看. */
function recapOf(item: Item): { title: string; note: string } | null {
  const task = taskOf(item.words);
  if (!task || item.voided) return null;
  return {
    title: [item.student?.name, task.what].filter(Boolean).join('：'),
    note: [
      item.owner ? `${item.owner}负责` : '请选负责人',
      task.dueOn ? `${monthAndDay(task.dueOn)}看` : '请选哪天看',
    ].join(' · '),
  };
}

/** Read out before everybody leaves; then the meeting ends. */
export function RecapStep({ meeting, onClosed }: { meeting: Meeting; onClosed(): void }) {
  const { id: consultationId, rev, items, breachesAtEnd, may } = meeting;
  const words = useRef({ minutes: '', breachReason: '' });
  const { mutate, isPending, error } = useClose();
  const writeIdOf = useWriteId();
  const recap = items.flatMap((item) => {
    const line = recapOf(item);
    return line ? [{ id: item.id, ...line }] : [];
  });
  const close = () => {
    const content = { consultationId, rev, ...words.current };
    const onSuccess = ({ state }: { state: Meeting['state'] }) => {
      showToast({ text: state === 'closed' ? '会商已结束，等待签字' : '会商已结束' });
      onClosed();
      goBack();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <>
      <Card title="谁 · 做什么 · 谁负责 · 哪天看" aside={String(recap.length)}>
        {recap.length === 0 && <Empty text="这次会还没有定下要做的事。" />}
        {recap.map(({ id, title, note }) => (
          <Row key={id} title={title} note={note} />
        ))}
      </Card>
      <Breaches breaches={breachesAtEnd} />
      {may.plan && (
        <Card title="结束会商">
          <TextArea
            label="会议纪要"
            placeholder="两三句话：说了什么，定了什么。"
            max={2000}
            initial=""
            onInput={(minutes) => {
              words.current = { ...words.current, minutes };
            }}
          />
          {breachesAtEnd.length > 0 && (
            <TextArea
              label="没有做到的，原因是"
              placeholder="会和上面几条一起留在记录里。"
              max={300}
              initial=""
              onInput={(breachReason) => {
                words.current = { ...words.current, breachReason };
              }}
            />
          )}
          {error && <Notice kind="error" text={sayFailure(error)} />}
          <Button kind="main" text="结束会商" isBusy={isPending} onTap={close} />
        </Card>
      )}
    </>
  );
}
