import { useState } from 'react';
import { APPROVAL_MATTERS, APPROVERS } from '../../../../../domain/regulation/meeting-words';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { sayFailure } from '../../../../components/failure';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { newId } from '../../../../platform/id';
import { useWriteId } from '../../../../platform/use-api';
import { AnsweredForms } from '../../components/agenda-cards';
import {
  type Agenda,
  type Meeting,
  useApprove,
  usePrepare,
  useSay,
} from '../../consultation.queries';

interface PrepareCardProps {
  meeting: Meeting;
  forms: Agenda['forms'];
  onSaved(): void;
}

/** What must exist before: approvals, material, and what people propose to talk about. */
export function PrepareCard({ meeting, forms, onSaved }: PrepareCardProps) {
  const { id: consultationId, asks, approvals, preparation, may } = meeting;
  const approve = useApprove();
  const prepare = usePrepare();
  const writeIdOf = useWriteId();
  const error = approve.error ?? prepare.error;
  const isApproved = (matter: string) => approvals.some((one) => one.matter === matter);
  const prepared = (changes: object) => {
    const content = {
      consultationId,
      topicsSent: preparation.topicsSentOn !== null,
      dataPackFor: preparation.dataPackFor,
      campaignIds: preparation.campaignIds,
      ...changes,
    };
    prepare.mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess: onSaved });
  };
  const has = <T,>(done: readonly T[], wanted: readonly T[]) =>
    wanted.every((one) => done.includes(one));
  return (
    <>
      <AnsweredForms
        forms={forms}
        classId={meeting.classId}
        {...(may.plan && { onChoose: (campaignIds) => prepared({ campaignIds }) })}
      />
      <Card title="会前准备">
        {asks.approvals.map(({ matter, by }) => {
          const given = approvals.find((one) => one.matter === matter);
          const send = () => {
            const content = { consultationId, matter, by };
            approve.mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess: onSaved });
          };
          return (
            <Row
              key={matter}
              title={APPROVAL_MATTERS[matter]}
              note={
                given ? `${APPROVERS[by]}已批准 · ${given.name}` : `需要时请${APPROVERS[by]}批准`
              }
              aside={may.approve && !isApproved(matter) && <Button text="批准" onTap={send} />}
            />
          );
        })}
        {asks.dataPackFor.length > 0 && (
          <Ready
            title="会前材料"
            isReady={has(preparation.dataPackFor, asks.dataPackFor)}
            onReady={may.plan ? () => prepared({ dataPackFor: asks.dataPackFor }) : undefined}
          />
        )}
        {asks.talliedFrom.length > 0 && (
          <Row
            title="问卷统计分类"
            note={
              has(preparation.talliedFrom, asks.talliedFrom)
                ? '已备好'
                : '请在下面选一份有回答的问卷'
            }
          />
        )}
        <Ready
          title="议题发给参会的人"
          isReady={preparation.topicsSentOn !== null}
          onReady={may.plan ? () => prepared({ topicsSent: true }) : undefined}
        />
        {may.record && <Proposal key={meeting.items.length} meeting={meeting} onSaved={onSaved} />}
        {error && <Notice kind="error" text={sayFailure(error)} />}
      </Card>
    </>
  );
}

interface ReadyProps {
  title: string;
  isReady: boolean;
  onReady: (() => void) | undefined;
}

function Ready({ title, isReady, onReady }: ReadyProps) {
  return (
    <Row
      title={title}
      note={isReady ? '已备好' : '还没有'}
      aside={
        !isReady && onReady && <Button text="备好了" label={`备好了：${title}`} onTap={onReady} />
      }
    />
  );
}

/** Anybody who is invited proposes what should be talked about. */
function Proposal({ meeting, onSaved }: Omit<PrepareCardProps, 'forms'>) {
  const [text, setText] = useState('');
  const [itemId] = useState(newId);
  const { mutate, isPending, error } = useSay(meeting);
  const writeIdOf = useWriteId();
  const save = () => {
    const content = {
      ...{ itemId, consultationId: meeting.id, rev: 0 },
      words: { kind: 'topic' as const, text, studentId: null },
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess: onSaved });
  };
  return (
    <>
      <TextField
        label="提一个议题"
        placeholder="想在会上说的一件事"
        max={200}
        initial=""
        onInput={setText}
      />
      <Button text="提出" isDisabled={text.trim() === ''} isBusy={isPending} onTap={save} />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </>
  );
}
