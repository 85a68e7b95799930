import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { EditFooter } from '../../../../components/edit/edit-footer';
import { useEdit } from '../../../../components/edit/use-edit';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Part } from '../../../../components/part';
import { OpenNoteSheet } from '../../../../sheets/sealed-note/open-note-sheet';
import { SealedLine } from '../../../../sheets/sealed-note/sealed-line';
import type { OpenedNote } from '../../../../sheets/sealed-note/sealed-note.queries';
import { useReviseSealedVisit, type Visit } from '../../home-visit.queries';

const MAX_TEXT = 1000;
const LABEL = '保密内容';

type Note = Pick<OpenedNote, 'rev' | 'text'>;
const NOTHING_YET: Note = { rev: 0, text: '' };

/** What of a visit is kept sealed: shut until opened with a reason, stored apart from the record. */
export function SealedSection({ visit }: { visit: Visit }) {
  const { sealed, may, status } = visit;
  const [isAsking, setIsAsking] = useState(false);
  const [note, setNote] = useState<Note | null>(null);
  const mayBegin = may.write && status !== 'planned';
  if (!sealed.exists && !mayBegin) return null;
  return (
    <Card title="保密部分">
      {note && may.write && <SealedEditor visit={visit} note={note} />}
      {note && !may.write && <Part label="这次打开已记录" text={note.text || '(空白)'} />}
      {!note && sealed.exists && (
        <SealedLine
          text={may.openSealed ? '有 1 条保密记录' : '有 1 条保密记录，需要时请找班主任或心理教师'}
          action={may.openSealed && <Button text="打开" onTap={() => setIsAsking(true)} />}
        />
      )}
      {!note && !sealed.exists && (
        <SealedLine
          text="家庭和健康的细节单独存放"
          action={<Button text="写保密部分" onTap={() => setNote(NOTHING_YET)} />}
        />
      )}
      {isAsking && (
        <OpenNoteSheet
          noteId={sealed.noteId}
          onOpened={setNote}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Card>
  );
}

function SealedEditor({ visit, note }: { visit: Visit; note: Note }) {
  const { mutateAsync } = useReviseSealedVisit();
  const edit = useEdit({
    draftKey: null,
    stored: { rev: note.rev, parts: { text: note.text } },
    send: ({ text = '' }, rev, writeId) => mutateAsync({ visitId: visit.id, text, rev, writeId }),
    standing: (data) => {
      const { rev, text, updatedByName } = data as OpenedNote;
      return { rev, parts: { text }, byName: updatedByName };
    },
    savedText: '保密部分：已保存',
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
      <Notice text="保密的内容不在手机上存草稿，写好请保存。" />
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
