import { useRef, useState } from 'react';
import { Button } from '../../../components/button';
import { OneOf } from '../../../components/choices';
import { sayFailure } from '../../../components/failure';
import { TextArea } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import { showToast } from '../../../components/toast';
import { newId } from '../../../platform/id';
import { QUEUED, WAITS_FOR_NETWORK } from '../../../platform/outbox/outbox';
import { useWriteId } from '../../../platform/use-api';
import { type Meetings, useHuddle } from '../meetings.queries';

interface HuddleSheetProps {
  classes: Meetings['places']['class'];
  onSaved(): void;
  onClose(): void;
}

/** 碰头会: one line, and it is over. */
export function HuddleSheet({ classes, onSaved, onClose }: HuddleSheetProps) {
  const [classId, setClassId] = useState(classes[0]?.id ?? '');
  const [consultationId] = useState(newId);
  const line = useRef('');
  const label = classes.find(({ id }) => id === classId)?.label ?? '';
  const { mutate, isPending, error } = useHuddle(label);
  const writeIdOf = useWriteId();
  const save = () => {
    const content = { consultationId, classId, line: line.current };
    mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess(answer) {
          showToast({ text: answer === QUEUED ? WAITS_FOR_NETWORK : '碰头会已记下' });
          onSaved();
          onClose();
        },
      },
    );
  };
  return (
    <Sheet
      title={`${label} · 碰头会`}
      footer={<Button kind="main" text="保存" isBusy={isPending} onTap={save} />}
      onClose={onClose}
    >
      {classes.length > 1 && (
        <OneOf
          label="哪个班"
          choices={classes.map(({ id, label: name }) => [id, name] as const)}
          initial={classId}
          onChoose={setClassId}
        />
      )}
      <TextArea
        label="一句话"
        placeholder="今天说了什么，谁去做。"
        max={300}
        initial=""
        onInput={(value) => {
          line.current = value;
        }}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
