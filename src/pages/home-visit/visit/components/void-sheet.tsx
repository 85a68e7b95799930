import { ReasonSheet } from '../../../../components/reason-sheet';
import { showToast } from '../../../../components/toast';
import { newId } from '../../../../platform/id';
import { useVoidVisit, type Visit } from '../../home-visit.queries';

interface VoidSheetProps {
  visit: Visit;
  onVoided(): void;
  onClose(): void;
}

/** 作废: nothing is deleted, and why is kept. */
export function VoidSheet({ visit, onVoided, onClose }: VoidSheetProps) {
  const { mutate, isPending, error } = useVoidVisit();
  const give = (reason: string) => {
    const onSuccess = () => {
      showToast({ text: '已作废' });
      onVoided();
      onClose();
    };
    mutate({ visitId: visit.id, rev: visit.rev, writeId: newId(), reason }, { onSuccess });
  };
  return (
    <ReasonSheet
      title="为什么作废？"
      notice="作废后不再出现在学生的成长记录里，内容和原因会留存。"
      usual={['记错了学生', '重复记录', '没有去成']}
      verb="作废"
      max={60}
      isBusy={isPending}
      error={error}
      onGive={give}
      onClose={onClose}
    />
  );
}
