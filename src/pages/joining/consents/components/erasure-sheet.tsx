import { useState } from 'react';
import { Button } from '../../../../components/button';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import type { Answer } from '../../../../platform/api';
import { newId } from '../../../../platform/id';
import { PrintSheet } from '../../../../sheets/book/print-sheet';
import { useSubmitErasure, useVoidErasure } from '../../joining.queries';

interface ErasureSheetProps {
  child: { id: string; name: string };
  erasure: Answer<'erasureRequest', 'plan'>;
  onChanged(): void;
  onClose(): void;
}

/** What goes, what stays by law, a copy to keep first; then asking, or taking it back. */
export function ErasureSheet({ child, erasure, onChanged, onClose }: ErasureSheetProps) {
  const [isPrinting, setIsPrinting] = useState(false);
  const [writeId] = useState(newId);
  const submit = useSubmitErasure();
  const takeBack = useVoidErasure();
  const { parts, request } = erasure;
  const error = submit.error ?? takeBack.error;
  const done = (text: string) => ({
    onSuccess: () => {
      onChanged();
      onClose();
      showToast({ text });
    },
  });
  if (isPrinting) {
    return (
      <PrintSheet
        name="studentFile"
        input={{ studentId: child.id }}
        onClose={() => setIsPrinting(false)}
      />
    );
  }
  return (
    <Sheet
      title={`请学校删去关于${child.name}的内容`}
      footer={
        request ? (
          !request.hasBegun && (
            <Button
              text="收回请求"
              isBusy={takeBack.isPending}
              onTap={() => takeBack.mutate({ requestId: request.id, writeId }, done('已收回'))}
            />
          )
        ) : (
          <Button
            kind="main"
            text="提出请求"
            isBusy={submit.isPending}
            onTap={() =>
              submit.mutate({ studentId: child.id, writeId }, done('已提出，办公室会办理'))
            }
          />
        )
      }
      onClose={onClose}
    >
      {request && (
        <Notice
          text={
            request.hasBegun
              ? '办公室正在办理，不能再收回。'
              : '已经提出，等办公室办理；办理以前可以收回。'
          }
        />
      )}
      {parts.map(({ title, text }) => (
        <Row key={title} title={title} note={text} />
      ))}
      <Button kind="link" text="先导出孩子的成长记录" onTap={() => setIsPrinting(true)} />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
