import { ReasonSheet } from '../../../../components/reason-sheet';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { type Case, useVoidCase } from '../../attention.queries';

interface VoidSheetProps {
  found: Case;
  onSaved(): void;
  onClose(): void;
}

const MAX_REASON = 60;

/** 作废: a file that was opened by mistake leaves the student's file; why is kept. */
export function VoidSheet({ found, onSaved, onClose }: VoidSheetProps) {
  const { mutate, isPending, error } = useVoidCase();
  const writeIdOf = useWriteId();
  const give = (reason: string) => {
    const content = { caseId: found.id, rev: found.rev, reason };
    const onSuccess = () => {
      showToast({ text: '已作废' });
      onSaved();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <ReasonSheet
      title="为什么作废？"
      notice="作废后不再出现在学生的成长记录里，内容和原因会留存。孩子好转了，请用“可以结束了”。"
      usual={['记错了学生', '重复建立']}
      verb="作废"
      max={MAX_REASON}
      isBusy={isPending}
      error={error}
      onGive={give}
      onClose={onClose}
    />
  );
}
