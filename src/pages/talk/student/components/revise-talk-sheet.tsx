import { dayOf } from '../../../../../domain/calendar/day';
import { Button } from '../../../../components/button';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { useReviseTalk } from '../../../../sheets/talk/talk.queries';
import { MainFields, MoreFields } from '../../../../sheets/talk/talk-fields';
import { useTalkForm } from '../../../../sheets/talk/use-talk-form';
import type { Talk } from '../../talk.queries';

interface ReviseTalkSheetProps {
  talk: Talk;
  onSaved(): void;
  onClose(): void;
}

/** Add the reflection, or put right what was written. The day and the student stay. */
export function ReviseTalkSheet({ talk, onSaved, onClose }: ReviseTalkSheetProps) {
  const form = useTalkForm(`talk-revision:${talk.id}:${talk.rev}`, talk);
  const { mutate, isPending, error } = useReviseTalk();
  const writeIdOf = useWriteId();
  const save = () => {
    const { how, topics, said, agreed, reflection, nextOn } = form.filled();
    const words = { how, topics, said, agreed, reflection, nextOn };
    const content = { talkId: talk.id, rev: talk.rev, ...words };
    const onSuccess = () => {
      form.drop();
      showToast({ text: '已保存' });
      onSaved();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Sheet
      title="改正面谈记录"
      footer={<Button kind="main" text="保存" isBusy={isPending} onTap={save} />}
      onClose={onClose}
    >
      {form.isRestored && <Notice text="接着上次没有保存的草稿写。" />}
      <MainFields talk={form} />
      <MoreFields talk={form} today={dayOf(new Date())} />
      {error && <Notice kind="error" text={`${sayFailure(error)}内容已留在手机上。`} />}
    </Sheet>
  );
}
