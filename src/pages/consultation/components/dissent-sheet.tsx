import { useState } from 'react';
import { MAX_DISSENT } from '../../../../domain/consultation/consultation.schema';
import { Button } from '../../../components/button';
import { EditFooter } from '../../../components/edit/edit-footer';
import { useEdit } from '../../../components/edit/use-edit';
import { VersionsSheet } from '../../../components/edit/versions-sheet';
import { sayFailure } from '../../../components/failure';
import { TextArea } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import { showToast } from '../../../components/toast';
import {
  type Dissents,
  type Meeting,
  type StandingDissent,
  useDissent,
  useOpenDissents,
} from '../consultation.queries';

interface DissentSheetProps {
  meeting: Meeting;
  onSaved(): void;
  onClose(): void;
}

const TITLE = '我有不同意见';
const PROMISE =
  '只有主持人、记录人和签字的领导打得开，打开会留下记录；纪要里不出现，请不要在会外议论。';

type Own = Pick<Dissents[number], 'rev' | 'text'>;

/** One's own word against what was decided; who has written one goes on from it. */
export function DissentSheet(props: DissentSheetProps) {
  const { meeting, onClose } = props;
  const [own, setOwn] = useState<Own | null>(meeting.hasOwnDissent ? null : { rev: 0, text: '' });
  const { mutate, isPending, error } = useOpenDissents();
  if (own) return <DissentForm {...props} own={own} />;
  const open = () =>
    mutate(
      { consultationId: meeting.id, reason: '接着写自己的不同意见' },
      { onSuccess: (found) => setOwn(found.find(({ isMine }) => isMine) ?? null) },
    );
  return (
    <Sheet
      title={TITLE}
      footer={<Button kind="main" text="打开接着写" isBusy={isPending} onTap={open} />}
      onClose={onClose}
    >
      <Notice text="您已经写过不同意见。打开可以接着写，打开会留下记录；原来写的也会保密留存。" />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}

function DissentForm({ meeting, own, onSaved, onClose }: DissentSheetProps & { own: Own }) {
  const { mutateAsync } = useDissent();
  const edit = useEdit({
    draftKey: null,
    stored: { rev: own.rev, parts: { text: own.text } },
    send: ({ text = '' }, rev, writeId) =>
      mutateAsync({ consultationId: meeting.id, text, rev, writeId }),
    standing: (data) => {
      const { rev, text, updatedByName } = data as StandingDissent;
      return { rev, parts: { text }, byName: updatedByName };
    },
    savedText: '已保密存好',
    onSaved() {
      showToast({ text: '已保密存好' });
      onSaved();
      onClose();
    },
  });
  if (edit.conflict) {
    return (
      <VersionsSheet
        conflict={edit.conflict}
        labelOf={() => '不同意见'}
        onResolve={edit.resolve}
        onClose={edit.closeConflict}
      />
    );
  }
  return (
    <Sheet title={TITLE} footer={<EditFooter edit={edit} verb="保密存好" />} onClose={onClose}>
      <Notice text={PROMISE} />
      <TextArea
        key={edit.formKey}
        label="不同意见"
        max={MAX_DISSENT}
        initial={edit.initial.text ?? ''}
        onInput={(text) => edit.type('text', text)}
      />
    </Sheet>
  );
}
