import { useState } from 'react';
import { dayOf } from '../../../../../domain/calendar/day';
import type { TalkTopic } from '../../../../../domain/talk/talk.schema';
import { EditFooter } from '../../../../components/edit/edit-footer';
import { type Edit, useEdit } from '../../../../components/edit/use-edit';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { QUEUED } from '../../../../platform/outbox/outbox';
import { revisionDraft, useReviseTalk } from '../../../../sheets/talk/talk.queries';
import { MainFields, MoreFields } from '../../../../sheets/talk/talk-fields';
import {
  partsOf,
  sayPart,
  TALK_PARTS,
  type TalkPart,
  wordsOf,
} from '../../../../sheets/talk/talk-parts';
import type { Talk } from '../../talk.queries';

interface ReviseTalkSheetProps {
  talk: Talk;
  studentName: string;
  onSaved(): void;
  onClose(): void;
}

/**
 * Add the reflection, or put right what was written; the day and the student stay. Whoever wrote it
 * on another phone meanwhile is shown both versions.
 */
export function ReviseTalkSheet({ talk, studentName, onSaved, onClose }: ReviseTalkSheetProps) {
  const { mutateAsync } = useReviseTalk({ ...talk, studentName });
  const edit = useEdit({
    draftKey: revisionDraft(talk.id),
    stored: { rev: talk.rev, parts: partsOf(talk) },
    async send(parts, rev, writeId) {
      const answer = await mutateAsync({ talkId: talk.id, rev, writeId, ...wordsOf(parts) });
      return answer === QUEUED ? answer : { rev: answer.rev };
    },
    standing: (data) => {
      const current = data as Talk;
      return { rev: current.rev, parts: partsOf(current), byName: current.byName };
    },
    savedText: '面谈：已保存',
    onSaved() {
      onSaved();
      onClose();
    },
  });
  if (edit.conflict) {
    return (
      <VersionsSheet
        conflict={edit.conflict}
        labelOf={(part) => TALK_PARTS[part as TalkPart]}
        say={sayPart}
        onResolve={edit.resolve}
        onClose={edit.closeConflict}
      />
    );
  }
  return (
    <Sheet title="改正面谈记录" footer={<EditFooter edit={edit} />} onClose={onClose}>
      {edit.isRestored && <Notice text="接着上次没有保存的草稿写。" />}
      <Fields key={edit.formKey} edit={edit} on={talk.on} />
    </Sheet>
  );
}

/** The fields of the form, over the parts of the edit. */
function Fields({ edit, on }: { edit: Edit; on: string }) {
  const [form, setForm] = useState(() => ({ ...wordsOf(edit.typed()), on }));
  const change = (part: TalkPart, text: string) => {
    edit.type(part, text);
    setForm({ ...wordsOf(edit.typed()), on });
  };
  const fields = {
    form,
    // A field of text is never controlled: what is typed is not drawn again.
    type: (part: TalkPart, text: string) => edit.type(part, text),
    choose: (changes: { how?: string; nextOn?: string | null }) => {
      for (const [part, value] of Object.entries(changes)) change(part as TalkPart, value ?? '');
    },
    toggle: (topic: TalkTopic) => {
      const { topics } = wordsOf(edit.typed());
      const has = topics.includes(topic);
      const next = has ? topics.filter((one) => one !== topic) : [...topics, topic];
      change('topics', next.join(','));
    },
  };
  return (
    <>
      <MainFields talk={fields} />
      <MoreFields talk={fields} today={dayOf(new Date())} />
    </>
  );
}
