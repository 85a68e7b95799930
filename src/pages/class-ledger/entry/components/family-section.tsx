import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { EditFooter } from '../../../../components/edit/edit-footer';
import { useEdit } from '../../../../components/edit/use-edit';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { TextArea } from '../../../../components/field';
import { OpenNoteSheet } from '../../../../sheets/sealed-note/open-note-sheet';
import { SealedLine } from '../../../../sheets/sealed-note/sealed-line';
import type { OpenedNote } from '../../../../sheets/sealed-note/sealed-note.queries';
import { type StudentLine, useReviseSealedFamily } from '../../class-ledger.queries';

const MAX_TEXT = 1000;
const LABEL = '家庭情况';

type FamilyNote = Pick<OpenedNote, 'rev' | 'text'>;
const NOTHING_YET: FamilyNote = { rev: 0, text: '' };

/** The family part: shut until opened with a reason, and stored apart from the line. */
export function FamilySection({ entry }: { entry: StudentLine }) {
  const { sealedFamily, may } = entry;
  const [isAsking, setIsAsking] = useState(false);
  const [note, setNote] = useState<FamilyNote | null>(null);
  if (!sealedFamily.exists && !may.reviseSealed) return null;

  const open = <Button text="打开" onTap={() => setIsAsking(true)} />;
  const begin = <Button text="写家庭情况" onTap={() => setNote(NOTHING_YET)} />;
  return (
    <Card title="家庭情况（保密）">
      {note && may.reviseSealed && <FamilyEditor entry={entry} note={note} />}
      {note && !may.reviseSealed && <Text className="entry-words">{note.text}</Text>}
      {!note &&
        (sealedFamily.exists ? (
          <SealedLine text="有 1 条保密记录" action={may.openSealed && open} />
        ) : (
          <SealedLine text="单独存放，打开时要写理由" action={begin} />
        ))}
      {isAsking && (
        <OpenNoteSheet
          noteId={sealedFamily.noteId}
          onOpened={setNote}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Card>
  );
}

function FamilyEditor({ entry, note }: { entry: StudentLine; note: FamilyNote }) {
  const { mutateAsync } = useReviseSealedFamily();
  const ids = { studentId: entry.student.id, termId: entry.term.id };
  const edit = useEdit({
    draftKey: null,
    stored: { rev: note.rev, parts: { text: note.text } },
    send: ({ text = '' }, rev, writeId) => mutateAsync({ ...ids, text, rev, writeId }),
    standing: (data) => {
      const { rev, text, updatedByName } = data as OpenedNote;
      return { rev, parts: { text }, byName: updatedByName };
    },
    savedText: '家庭情况：已保存',
  });
  return (
    <View>
      <TextArea
        key={edit.formKey}
        label={LABEL}
        placeholder="只写帮助孩子需要知道的。不问家长的职务和收入。"
        max={MAX_TEXT}
        initial={edit.initial.text ?? ''}
        onInput={(text) => edit.type('text', text)}
      />
      <Text className="entry-note">保密的内容不在手机上存草稿，写好请保存。</Text>
      <EditFooter edit={edit} kind="quiet" />
      {edit.conflict && (
        <VersionsSheet
          conflict={edit.conflict}
          labelOf={() => LABEL}
          onResolve={edit.resolve}
          onClose={edit.closeConflict}
        />
      )}
    </View>
  );
}
