import { VoidSheet } from '../../../../components/void-sheet';
import { useVoidTalk } from '../../../../sheets/talk/talk.queries';
import type { Talk } from '../../talk.queries';

interface VoidTalkSheetProps {
  talk: Talk;
  onSaved(): void;
  onClose(): void;
}

/** Why a talk no longer counts. It stays to be seen, with the reason. */
export function VoidTalkSheet({ talk, onSaved, onClose }: VoidTalkSheetProps) {
  return (
    <VoidSheet
      of={{ talkId: talk.id }}
      voiding={useVoidTalk()}
      notice="作废后不再算一次面谈，内容和原因会留存。"
      usual={['记错了学生', '记错了日期', '重复记录']}
      onVoided={onSaved}
      onClose={onClose}
    />
  );
}
