import { VoidSheet } from '../../../../components/void-sheet';
import { type Case, useVoidCase } from '../../attention.queries';

interface VoidCaseSheetProps {
  found: Case;
  onVoided(): void;
  onClose(): void;
}

/** A file that was opened by mistake leaves the student's file. */
export function VoidCaseSheet({ found, ...ways }: VoidCaseSheetProps) {
  return (
    <VoidSheet
      of={{ caseId: found.id, rev: found.rev }}
      voiding={useVoidCase()}
      notice="作废后不再出现在学生的成长记录里，内容和原因会留存。孩子好转了，请用“可以结束了”。"
      usual={['记错了学生', '重复建立']}
      {...ways}
    />
  );
}
