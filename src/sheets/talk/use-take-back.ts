import { sayFailure } from '../../components/failure';
import { showToast } from '../../components/toast';
import { newId } from '../../platform/id';
import { refetchShown } from '../../platform/query';
import { useVoidTalk } from './talk.queries';

const REASON = '记录后马上撤销';

/** Takes back what was recorded a moment ago: a tap can be a mistake. */
export function useTakeBack() {
  const { mutateAsync } = useVoidTalk();
  return async (talkIds: readonly string[]) => {
    try {
      for (const talkId of talkIds) {
        await mutateAsync({ talkId, writeId: newId(), reason: REASON });
      }
      showToast({ text: '已撤销' });
      refetchShown();
    } catch (failure) {
      showToast({ text: sayFailure(failure) });
    }
  };
}
