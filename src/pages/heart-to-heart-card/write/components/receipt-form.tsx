import { Text } from '@tarojs/components';
import { useRef, useState } from 'react';
import { RECEIPT_LENGTH } from '../../../../../domain/heart-to-heart-card/heart-to-heart-card.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { sayFailure } from '../../../../components/failure';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { type ReadReceipt, useReadReceipt } from '../../heart-to-heart-card.queries';

const MAX_CODE = RECEIPT_LENGTH + 4;

const sayAnswer = ({ answer, isOpened }: ReadReceipt): string => {
  if (answer) return `${answer.byName}：${answer.text}`;
  return isOpened ? '老师已经看了，正在想怎么帮你。' : '老师还没有打开，请过一会儿再来看。';
};

/** What came back, for whoever has the receipt. */
export function ReceiptForm() {
  const [isOpen, setIsOpen] = useState(false);
  const typed = useRef('');
  const { mutate, data, isPending, error } = useReadReceipt();
  if (!isOpen) {
    return <Button kind="link" text="用回执码看回音" onTap={() => setIsOpen(true)} />;
  }
  return (
    <Card title="看回音">
      <TextField
        label="回执码"
        placeholder="10 位"
        max={MAX_CODE}
        initial=""
        onInput={(text) => {
          typed.current = text;
        }}
      />
      {data && <Text className="card-words">{sayAnswer(data)}</Text>}
      {error && <Notice kind="error" text={sayFailure(error)} />}
      <Button text="看一看" isBusy={isPending} onTap={() => mutate({ receipt: typed.current })} />
    </Card>
  );
}
