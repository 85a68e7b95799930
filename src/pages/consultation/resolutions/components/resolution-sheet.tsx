import { useRef } from 'react';
import { Button } from '../../../../components/button';
import { sayFailure } from '../../../../components/failure';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Part } from '../../../../components/part';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { useReminded } from '../../../../platform/use-reminded';
import { type Resolution, useCheck, useProgress } from '../../consultation.queries';

interface ResolutionSheetProps {
  resolution: Resolution;
  onSaved(): void;
  onClose(): void;
}

const STEPS = {
  progress: '进展',
  done: '做到了',
  late: '晚了',
  carriedOver: '继续做',
  ended: '不再做',
  check: '检查',
  handedOver: '交接',
} as const;
const MAX = 200;

/** What was said of a resolution so far, and the next word: its owner's, or a check. */
export function ResolutionSheet({ resolution, onSaved, onClose }: ResolutionSheetProps) {
  const { id: resolutionId, rev, what, steps, may } = resolution;
  const words = useRef('');
  const progress = useProgress();
  const check = useCheck();
  const reminded = useReminded(['todo']);
  const writeIdOf = useWriteId();
  const onSuccess = () => {
    showToast({ text: '已记下' });
    onSaved();
    onClose();
  };
  const edit = (as: string) => ({
    resolutionId,
    rev,
    words: words.current,
    writeId: writeIdOf({ resolutionId, rev, as, words: words.current }),
  });
  const report = (isDone: boolean) =>
    reminded(() => progress.mutate({ ...edit(`done ${isDone}`), isDone }, { onSuccess }));
  const mark = (isOnTrack: boolean) =>
    check.mutate({ ...edit(`check ${isOnTrack}`), isOnTrack }, { onSuccess });
  const error = progress.error ?? check.error;
  return (
    <Sheet
      title={what}
      footer={
        <>
          {may.report && (
            <>
              <Button
                kind="main"
                text="做到了"
                isBusy={progress.isPending}
                onTap={() => report(true)}
              />
              <Button text="记进展" isBusy={progress.isPending} onTap={() => report(false)} />
            </>
          )}
          {may.check && (
            <>
              <Button text="检查：按计划" isBusy={check.isPending} onTap={() => mark(true)} />
              <Button text="检查：要抓紧" isBusy={check.isPending} onTap={() => mark(false)} />
            </>
          )}
        </>
      }
      onClose={onClose}
    >
      {steps.map(({ kind, words: said, byName, isOnTrack, at }) => (
        <Part
          key={String(at)}
          label={`${byName} · ${STEPS[kind]}`}
          text={said || (isOnTrack === false ? '要抓紧' : '按计划')}
        />
      ))}
      {(may.report || may.check) && (
        <TextArea
          label={may.report ? '做了什么，看到了什么' : '检查意见'}
          max={MAX}
          initial=""
          onInput={(value) => {
            words.current = value;
          }}
        />
      )}
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
