import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Chip, Chips } from '../../../../components/chip';
import { sayFailure } from '../../../../components/failure';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { useVoidTalk } from '../../../../sheets/talk/talk.queries';
import type { Talk } from '../../talk.queries';

const REASONS = ['记错了学生', '记错了日期', '重复了'];
const MAX_REASON = 60;

interface VoidTalkSheetProps {
  talk: Talk;
  onSaved(): void;
  onClose(): void;
}

/** Why a talk no longer counts. It stays to be seen, with the reason. */
export function VoidTalkSheet({ talk, onSaved, onClose }: VoidTalkSheetProps) {
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useVoidTalk();
  const writeIdOf = useWriteId();
  const save = () => {
    const content = { talkId: talk.id, reason: reason.trim() };
    const onSuccess = () => {
      showToast({ text: '已作废' });
      onSaved();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Sheet
      title="为什么作废？"
      footer={
        <Button
          kind="main"
          text="作废"
          isDisabled={reason.trim() === ''}
          isBusy={isPending}
          onTap={save}
        />
      }
      onClose={onClose}
    >
      <Chips>
        {REASONS.map((one) => (
          <Chip
            key={one}
            role="radio"
            text={one}
            isChosen={reason === one}
            onTap={() => setReason(one)}
          />
        ))}
      </Chips>
      <TextField label="别的原因" max={MAX_REASON} initial="" onInput={setReason} />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
