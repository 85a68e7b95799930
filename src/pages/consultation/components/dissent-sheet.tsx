import { useRef } from 'react';
import { Button } from '../../../components/button';
import { sayFailure } from '../../../components/failure';
import { TextArea } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import { showToast } from '../../../components/toast';
import { useWriteId } from '../../../platform/use-api';
import { type Meeting, useDissent } from '../consultation.queries';

interface DissentSheetProps {
  meeting: Meeting;
  onSaved(): void;
  onClose(): void;
}

const MAX = 400;

/** One's own word against what was decided: for those who led and sign, for nobody else. */
export function DissentSheet({ meeting, onSaved, onClose }: DissentSheetProps) {
  const words = useRef('');
  const { mutate, isPending, error } = useDissent();
  const writeIdOf = useWriteId();
  const save = () => {
    const content = { consultationId: meeting.id, rev: 0, text: words.current };
    const onSuccess = () => {
      showToast({ text: '已保密存好' });
      onSaved();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Sheet
      title="我有不同意见"
      footer={<Button kind="main" text="保密存好" isBusy={isPending} onTap={save} />}
      onClose={onClose}
    >
      <Notice text="只有主持人、记录人和签字的领导打得开，打开会留下记录；纪要里不出现，请不要在会外议论。" />
      <TextArea
        label="不同意见"
        max={MAX}
        initial=""
        onInput={(value) => {
          words.current = value;
        }}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
