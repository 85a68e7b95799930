import { useState } from 'react';
import { dayOf, sayDay } from '../../../../../domain/calendar/day';
import { CLASS_WORK_KINDS } from '../../../../../domain/class-work/class-work-kinds';
import { RECORD_KINDS } from '../../../../../domain/regulation/record-kind';
import { Button } from '../../../../components/button';
import { Part } from '../../../../components/part';
import { StoredPhotos } from '../../../../components/photos/stored-photos';
import { Sheet } from '../../../../components/sheet';
import { VoidSheet } from '../../../../components/void-sheet';
import { type ClassWork, useOpenWorkPhotos, useVoidWork } from '../../class-work.queries';

interface WorkSheetProps {
  work: ClassWork;
  onRevise(): void;
  onVoided(): void;
  onClose(): void;
}

/** One record to read; whoever wrote it corrects it or takes it out with a reason. */
export function WorkSheet({ work, onRevise, onVoided, onClose }: WorkSheetProps) {
  const { kind, title, text, on, byName, photoCount, may } = work;
  const [isVoiding, setIsVoiding] = useState(false);
  if (isVoiding) return <VoidWorkSheet work={work} onVoided={onVoided} onClose={onClose} />;
  const footer = may.write && (
    <>
      <Button
        kind="main"
        text="修改"
        onTap={() => {
          onClose();
          onRevise();
        }}
      />
      <Button kind="link" text="作废" onTap={() => setIsVoiding(true)} />
    </>
  );
  return (
    <Sheet title={RECORD_KINDS[kind].label} footer={footer || undefined} onClose={onClose}>
      <Part label="主题" text={title} />
      <Part label="哪天" text={`${sayDay(on, dayOf(new Date()))} · ${byName}`} />
      {text !== '' && <Part label={CLASS_WORK_KINDS[kind].words} text={text} />}
      {photoCount > 0 && <WorkPhotos workId={work.id} count={photoCount} />}
    </Sheet>
  );
}

function WorkPhotos({ workId, count }: { workId: string; count: number }) {
  const { mutate, isPending, error } = useOpenWorkPhotos();
  return (
    <StoredPhotos
      count={count}
      isBusy={isPending}
      error={error}
      onOpen={(show) => mutate({ workId }, { onSuccess: show })}
    />
  );
}

function VoidWorkSheet({ work, onVoided, onClose }: Omit<WorkSheetProps, 'onRevise'>) {
  return (
    <VoidSheet
      of={{ workId: work.id, rev: work.rev }}
      voiding={useVoidWork()}
      notice="作废后不再出现在班级工作里，也不再算完成；内容和原因会留存。"
      usual={['记错了班', '重复记录', '没有开成']}
      {...{ onVoided, onClose }}
    />
  );
}
