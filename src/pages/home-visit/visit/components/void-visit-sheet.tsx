import { VoidSheet } from '../../../../components/void-sheet';
import { useVoidVisit, type Visit } from '../../home-visit.queries';

interface VoidVisitSheetProps {
  visit: Visit;
  onVoided(): void;
  onClose(): void;
}

/** Why a visit no longer counts. */
export function VoidVisitSheet({ visit, ...ways }: VoidVisitSheetProps) {
  return (
    <VoidSheet
      of={{ visitId: visit.id, rev: visit.rev }}
      voiding={useVoidVisit()}
      notice="作废后不再出现在学生的成长记录里，内容和原因会留存。"
      usual={['记错了学生', '重复记录', '没有去成']}
      {...ways}
    />
  );
}
