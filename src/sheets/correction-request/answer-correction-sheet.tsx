import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Chip, Chips } from '../../components/chip';
import { useTextDraft } from '../../components/edit/use-text-draft';
import { sayFailure } from '../../components/failure';
import { TextArea } from '../../components/field';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { showToast } from '../../components/toast';
import { useWriteId } from '../../platform/use-api';
import { type CorrectionRequest, useCloseCorrection } from './correction-request.queries';

const MAX_TEXT = 300;

interface AnswerCorrectionSheetProps {
  request: CorrectionRequest;
  onSaved(): void;
  onClose(): void;
}

/** 答复: corrected or not, always with words for the family. */
export function AnswerCorrectionSheet({ request, onSaved, onClose }: AnswerCorrectionSheetProps) {
  const [isAccepted, setIsAccepted] = useState(true);
  const answer = useTextDraft(`correction-answer:${request.id}`);
  const { mutate, isPending, error } = useCloseCorrection();
  const writeIdOf = useWriteId();
  const send = () => {
    const { id: requestId, rev } = request;
    const content = { requestId, rev, isAccepted, answer: answer.typed() };
    const onSuccess = () => {
      answer.drop();
      showToast({ text: '已答复家长' });
      onSaved();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Sheet
      title="答复更正请求"
      footer={<Button kind="main" text="答复家长" isBusy={isPending} onTap={send} />}
      onClose={onClose}
    >
      <Text>{[request.what, request.why].filter(Boolean).join('\n')}</Text>
      <Chips>
        <Chip role="radio" text="已更正" isChosen={isAccepted} onTap={() => setIsAccepted(true)} />
        <Chip
          role="radio"
          text="不更正"
          isChosen={!isAccepted}
          onTap={() => setIsAccepted(false)}
        />
      </Chips>
      <TextArea
        label="答复"
        placeholder={isAccepted ? '改了什么，在哪里。' : '为什么不改，家长可以怎样做。'}
        max={MAX_TEXT}
        initial={answer.initial}
        onInput={answer.type}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
