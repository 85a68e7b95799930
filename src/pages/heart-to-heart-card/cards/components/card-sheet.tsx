import { Text } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { Button } from '../../../../components/button';
import { Failure, sayFailure } from '../../../../components/failure';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { Skeleton } from '../../../../components/skeleton';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { type OpenedCard, useAnswerCard, useOpenCard } from '../../heart-to-heart-card.queries';
import './card-sheet.scss';

interface CardSheetProps {
  cardId: string;
  onClose(): void;
}

/** One card, opened and recorded as opened. */
export function CardSheet({ cardId, onClose }: CardSheetProps) {
  const { mutate, data, error } = useOpenCard();
  const writeIdOf = useWriteId();
  const open = () => mutate({ cardId, writeId: writeIdOf({ cardId }) });
  const opensOnce = useRef(open);
  useEffect(() => opensOnce.current(), []);
  if (data) return <Opened card={data} onClose={onClose} />;
  return (
    <Sheet title="连心卡" onClose={onClose}>
      {error ? <Failure error={error} onRetry={open} /> : <Skeleton rows={2} />}
    </Sheet>
  );
}

function Opened({ card, onClose }: { card: OpenedCard; onClose(): void }) {
  const answer = useRef(card.answer?.text ?? '');
  const { mutate, isPending, error } = useAnswerCard();
  const writeIdOf = useWriteId();
  const send = () => {
    const content = { cardId: card.id, rev: card.answerRev, answer: answer.current };
    const onSuccess = () => {
      showToast({ text: '回复已放好，学生用回执码看' });
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Sheet
      title={card.studentName ?? '没有署名的连心卡'}
      footer={<Button kind="main" text="回复" isBusy={isPending} onTap={send} />}
      onClose={onClose}
    >
      {card.isUrgent && (
        <Notice
          kind="care"
          text="里面有需要马上关心的话。请先见到孩子、确认安全，再处理别的；必要时联系家长和学校领导。"
        />
      )}
      <Text className="handed-words">{card.text}</Text>
      <TextArea
        label="给学生的回复"
        placeholder="先谢谢他说出来，再说什么时候、在哪里见。"
        max={300}
        initial={answer.current}
        onInput={(text) => {
          answer.current = text;
        }}
      />
      <Notice text="这次打开已记录。回复只有拿着回执码的人看得到。" />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
