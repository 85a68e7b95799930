import { useRef, useState } from 'react';
import type { ItemWords } from '../../../../../domain/consultation/consultation-item.schema';
import { Button } from '../../../../components/button';
import { useDraft } from '../../../../components/edit/use-draft';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { QUEUED, WAITS_FOR_NETWORK } from '../../../../platform/outbox/outbox';
import { useWriteId } from '../../../../platform/use-api';
import { type Meeting, useSay } from '../../consultation.queries';
import type { Said } from '../said-draft';
import { FIELDS, titleOf } from '../said-parts';
import { ItemFields } from './item-fields';

interface ItemSheetProps {
  meeting: Meeting;
  said: Said;
  students: readonly { id: string; name: string }[];
  onSaved(): void;
  onClose(): void;
}

const readWords = (found: unknown): ItemWords | null => {
  const words = found as Partial<ItemWords> | undefined;
  return words?.kind !== undefined && words.kind in FIELDS ? (words as ItemWords) : null;
};

/** One thing that is said for the first time; kept as typed, and sent when there is a network. */
export function ItemSheet({ meeting, said, students, onSaved, onClose }: ItemSheetProps) {
  const of = said.words.kind === 'student' ? said.words.studentId : said.words.kind;
  const draft = useDraft(`meetingItem:${meeting.id}:${of}`, readWords);
  const [initial] = useState<ItemWords>(() => draft.restored ?? said.words);
  const words = useRef(initial);
  const { mutate, isPending, error } = useSay(meeting);
  const writeIdOf = useWriteId();
  const save = () => {
    const content = {
      ...{ itemId: said.id, consultationId: meeting.id, rev: said.rev },
      words: words.current,
    };
    mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess(answer) {
          showToast({ text: answer === QUEUED ? WAITS_FOR_NETWORK : '已记下' });
          draft.drop();
          onSaved();
          onClose();
        },
      },
    );
  };
  return (
    <Sheet
      title={titleOf(initial, students)}
      footer={<Button kind="main" text="保存" isBusy={isPending} onTap={save} />}
      onClose={onClose}
    >
      {draft.restored !== null && <Notice text="接着上次没有保存的草稿写。" />}
      <ItemFields
        meeting={meeting}
        initial={initial}
        onChange={(changes) => {
          words.current = { ...words.current, ...changes } as ItemWords;
          draft.keep(words.current);
        }}
      />
      {error && <Notice kind="error" text={`${sayFailure(error)}内容已留在手机上。`} />}
    </Sheet>
  );
}
