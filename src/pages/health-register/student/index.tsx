import { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import {
  SAFETY_LABELS,
  type SafetyWords,
} from '../../../../domain/health-register/health-register.schema';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Failure, sayFailure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { Part } from '../../../components/part';
import { ReasonSheet } from '../../../components/reason-sheet';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { showToast } from '../../../components/toast';
import { newId } from '../../../platform/id';
import { QUEUED, WAITS_FOR_NETWORK } from '../../../platform/outbox/outbox';
import { sayWhen } from '../../../platform/when';
import {
  type Opened,
  useCloseCondition,
  useOpenCondition,
  useSignOff,
} from '../health-register.queries';
import { WordsSheet } from './components/words-sheet';

const PARTS = Object.entries(SAFETY_LABELS) as [keyof SafetyWords, string][];
const REASONS = ['医院证明已痊愈', '家长书面说明'];
const MAX_REASON = 60;

/** 安全须知 of one child: what it is, what to do, what to avoid; then one tap that one has read it. */
export default function SafetyPage() {
  const { studentId = '' } = useRouter().params;
  const { mutate, data, error } = useOpenCondition();
  const [open, setOpen] = useState<'write' | 'close' | null>(null);
  const load = useRef(() => mutate({ studentId }));
  useEffect(() => load.current(), []);
  const refresh = () => load.current();
  const sheet =
    data &&
    ((open === 'write' && (
      <WordsSheet opened={data} onSaved={refresh} onClose={() => setOpen(null)} />
    )) ||
      (open === 'close' && (
        <TakeOut studentId={studentId} onSaved={refresh} onClose={() => setOpen(null)} />
      )));
  return (
    <Screen
      sheet={sheet}
      footer={data?.may.acknowledge && <Acknowledge opened={data} onDone={refresh} />}
    >
      {!data && error && <Failure error={error} onRetry={refresh} />}
      {!data && !error && <Skeleton rows={5} />}
      {data && (
        <>
          <Words opened={data} />
          {data.acknowledgements && <Acknowledgements {...data.acknowledgements} />}
          {data.may.revise && (
            <Card>
              <Button text={data.words ? '修改' : '登记'} onTap={() => setOpen('write')} />
              {data.words && <Button kind="link" text="移出名册" onTap={() => setOpen('close')} />}
            </Card>
          )}
        </>
      )}
    </Screen>
  );
}

function Words({ opened: { student, words } }: { opened: Opened }) {
  return (
    <Card title={student.name} aside={student.classLabel}>
      {!words && <Empty text="没有登记。家长告知或体检发现以后，由班主任或政教处登记。" />}
      {words &&
        PARTS.map(([part, label]) => (
          <Part key={part} label={label} text={words.parts[part] ?? ''} />
        ))}
      {words && (
        <Notice
          text={`${words.updatedByName} · ${sayWhen(words.updatedAt)}写。您这次打开已记录（安全须知）。`}
        />
      )}
    </Card>
  );
}

function Acknowledgements({ done, waiting }: { done: string[]; waiting: string[] }) {
  return (
    <Card title="谁已知悉" aside={`${done.length}/${done.length + waiting.length}`}>
      <Part label="已确认" text={done.join('、') || '还没有人'} />
      {waiting.length > 0 && <Part label="还没有确认" text={waiting.join('、')} />}
    </Card>
  );
}

function Acknowledge({ opened, onDone }: { opened: Opened; onDone(): void }) {
  const { mutateAsync, isPending } = useSignOff(opened);
  const say = async () => {
    try {
      const { student, wordsRev } = opened;
      const write = { studentId: student.id, wordsRev, writeId: newId() };
      if ((await mutateAsync(write)) === QUEUED) return showToast({ text: WAITS_FOR_NETWORK });
      showToast({ text: '已确认，谢谢' });
    } catch (failure) {
      showToast({ text: sayFailure(failure) });
    }
    return onDone();
  };
  return <Button kind="main" text="我已知悉" isBusy={isPending} onTap={() => void say()} />;
}

interface TakeOutProps {
  studentId: string;
  onSaved(): void;
  onClose(): void;
}

function TakeOut({ studentId, onSaved, onClose }: TakeOutProps) {
  const { mutate, isPending, error } = useCloseCondition();
  const give = (reason: string) => {
    const onSuccess = () => {
      showToast({ text: '已移出，原来的内容保密保留' });
      onSaved();
      onClose();
    };
    mutate({ studentId, reason, writeId: newId() }, { onSuccess });
  };
  return (
    <ReasonSheet
      title="移出名册"
      notice="移出以后，老师们不再看到安全须知。原来的内容仍然保密保留。"
      usual={REASONS}
      verb="移出"
      max={MAX_REASON}
      isBusy={isPending}
      error={error}
      onGive={give}
      onClose={onClose}
    />
  );
}
