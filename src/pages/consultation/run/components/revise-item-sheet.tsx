import { Button } from '../../../../components/button';
import { EditFooter } from '../../../../components/edit/edit-footer';
import { useEdit } from '../../../../components/edit/use-edit';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { QUEUED } from '../../../../platform/outbox/outbox';
import { useWriteId } from '../../../../platform/use-api';
import { type Item, type Meeting, sayingOf, useSay, useUnsay } from '../../consultation.queries';
import { labelOf, partsOf, sayPart, titleOf, wordsIn } from '../said-parts';
import { ItemFields } from './item-fields';

interface ReviseItemSheetProps {
  meeting: Meeting;
  /** As it stands in the cloud. */
  item: Item;
  students: readonly { id: string; name: string }[];
  onSaved(): void;
  onClose(): void;
}

/**
 * Put right what was said, or take it back. Whoever another recorder was faster than is shown both
 * versions and puts them together.
 */
export function ReviseItemSheet(props: ReviseItemSheetProps) {
  const { meeting, item, students, onSaved, onClose } = props;
  const { kind } = item.words;
  const { mutateAsync } = useSay(meeting);
  const unsay = useUnsay();
  const writeIdOf = useWriteId();
  const edit = useEdit({
    draftKey: sayingOf(item.id),
    stored: { rev: item.rev, parts: partsOf(item.words) },
    async send(parts, rev, writeId) {
      const words = wordsIn(parts);
      const of = { itemId: item.id, consultationId: meeting.id };
      const answer = await mutateAsync({ ...of, rev, writeId, words });
      return answer === QUEUED ? answer : { rev: answer.rev };
    },
    standing: (data) => {
      const current = data as Item;
      return {
        rev: current.rev,
        parts: partsOf(current.words),
        byName: current.updatedByName,
      };
    },
    savedText: '已记下',
    onSaved() {
      onSaved();
      onClose();
    },
  });
  if (edit.conflict) {
    return (
      <VersionsSheet
        conflict={edit.conflict}
        labelOf={(part) => labelOf(kind, part)}
        say={(part, text) => sayPart(meeting, part, text)}
        onResolve={edit.resolve}
        onClose={edit.closeConflict}
      />
    );
  }
  const takeBack = () => {
    const content = {
      ...{ itemId: item.id, consultationId: meeting.id, rev: edit.base.rev, reason: '记错了' },
    };
    const onSuccess = () => {
      edit.discard();
      onSaved();
      onClose();
    };
    unsay.mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Sheet
      title={titleOf(item.words, students)}
      footer={
        <>
          <EditFooter edit={edit} />
          <Button kind="link" text="撤回这一条" isBusy={unsay.isPending} onTap={takeBack} />
        </>
      }
      onClose={onClose}
    >
      {edit.isRestored && <Notice text="接着上次没有保存的草稿写。" />}
      <ItemFields
        key={edit.formKey}
        meeting={meeting}
        initial={wordsIn(edit.initial)}
        onChange={(changes) => {
          for (const [part, value] of Object.entries(changes)) {
            edit.type(part, Array.isArray(value) ? value.join(',') : (value ?? ''));
          }
        }}
      />
      {unsay.error && <Notice kind="error" text={sayFailure(unsay.error)} />}
    </Sheet>
  );
}
