import { useRef } from 'react';
import { Button } from '../../../../components/button';
import { SomeOf } from '../../../../components/choices';
import { sayFailure } from '../../../../components/failure';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import type { OpenedNote } from '../../../../sheets/sealed-note/sealed-note.queries';
import { type Case, useReviseSealedCase } from '../../attention.queries';

interface WriteSealedSheetProps {
  found: Case;
  note: OpenedNote | null;
  onSaved(): void;
  onClose(): void;
}

const MAX_TEXT = 1000;

/** The sealed part to write. No draft: sealed words do not lie on a phone. */
export function WriteSealedSheet({ found, note, onSaved, onClose }: WriteSealedSheetProps) {
  const { categories } = found;
  const known = categories.map(({ key }) => key);
  const chosen = useRef(Object.keys(note?.rows ?? {}).filter((key) => known.includes(key)));
  const text = useRef(note?.text ?? '');
  const { mutate, isPending, error } = useReviseSealedCase();
  const writeIdOf = useWriteId();
  const save = () => {
    const content = {
      caseId: found.id,
      rev: note?.rev ?? 0,
      text: text.current.trim(),
      categories: chosen.current,
    };
    const onSuccess = () => {
      showToast({ text: '已保存，保密存放' });
      onSaved();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Sheet
      title="保密部分"
      footer={<Button kind="main" text="保存" isBusy={isPending} onTap={save} />}
      onClose={onClose}
    >
      <Notice text="只记家庭主动告知的，或工作中了解到的；不做统一调查。" />
      <SomeOf
        label="类别"
        choices={categories.map(({ key, label }) => [key, label] as const)}
        initial={chosen.current}
        onChoose={(keys) => {
          chosen.current = keys;
        }}
      />
      <TextArea
        label="家庭、健康、心理方面"
        placeholder="需要一起留意的，以及怎样做对孩子最好。"
        max={MAX_TEXT}
        initial={text.current}
        onInput={(value) => {
          text.current = value;
        }}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
