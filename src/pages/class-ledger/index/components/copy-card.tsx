import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { type ClassLedger, useRecordClassLedger } from '../../class-ledger.queries';

interface CopyCardProps {
  ledger: ClassLedger;
  onCopied(): void;
}

/**
 * Offers last term's lines as a beginning, and less loudly once the ledger is begun; says first that
 * nothing is overwritten.
 */
export function CopyCard({ ledger, onCopied }: CopyCardProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { mutate, isPending, error } = useRecordClassLedger();
  const writeIdOf = useWriteId();
  const copy = () => {
    const content = { classId: ledger.class.id, termId: ledger.term.id, copiesLastTerm: true };
    const onSuccess = () => {
      setIsAsking(false);
      showToast({ text: '已沿用上学期的内容' });
      onCopied();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  const ask = () => setIsAsking(true);
  const isBegun = ledger.lines.some(({ filled, isCarriedOver }) => filled > 0 && !isCarriedOver);
  return (
    <>
      {isBegun ? (
        <Button kind="link" text="没写的学生，从上学期接着写" onTap={ask} />
      ) : (
        <Card title="从上学期接着写">
          <Empty
            text={`${ledger.copiesFrom?.label ?? '上学期'}的台账可以沿用，不用从头写。`}
            step={{ text: '沿用上学期', onTap: ask }}
          />
        </Card>
      )}
      {isAsking && (
        <Sheet
          title="沿用上学期的台账？"
          footer={<Button kind="main" text="沿用" isBusy={isPending} onTap={copy} />}
          onClose={() => setIsAsking(false)}
        >
          <Notice text="不会覆盖任何已经写好的内容。还没有写的学生，先显示上学期的话，标着“待确认”；您看过、改好、保存以后，才算这学期的。" />
          {error && <Notice kind="error" text={sayFailure(error)} />}
        </Sheet>
      )}
    </>
  );
}
