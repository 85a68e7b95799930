import { View } from '@tarojs/components';
import { useState } from 'react';
import { MAX_SEALED_TEXT } from '../../../domain/sealed-note/sealed-note.schema';
import { Button } from '../../components/button';
import { EditFooter } from '../../components/edit/edit-footer';
import { useEdit } from '../../components/edit/use-edit';
import { VersionsSheet } from '../../components/edit/versions-sheet';
import { TextArea } from '../../components/field';
import { Notice } from '../../components/notice';
import { Part } from '../../components/part';
import { OpenNoteSheet } from './open-note-sheet';
import { SealedLine } from './sealed-line';
import type { OpenedNote } from './sealed-note.queries';

const LABEL = '保密内容';

type Note = Pick<OpenedNote, 'rev' | 'text'>;
const NOTHING_YET: Note = { rev: 0, text: '' };

interface SealedPartProps {
  noteId: string;
  exists: boolean;
  mayOpen: boolean;
  /** Whoever wrote the record writes its sealed part. */
  mayWrite: boolean;
  send(text: string, rev: number, writeId: string): Promise<{ rev: number }>;
}

/** What of a record is kept sealed: shut until opened with a reason, stored apart from it. */
export function SealedPart({ noteId, exists, mayOpen, mayWrite, send }: SealedPartProps) {
  const [isAsking, setIsAsking] = useState(false);
  const [note, setNote] = useState<Note | null>(null);
  return (
    <>
      {note && mayWrite && <SealedEditor note={note} send={send} />}
      {note && !mayWrite && <Part label="这次打开已记录" text={note.text || '（空白）'} />}
      {!note && exists && (
        <SealedLine
          text={mayOpen ? '有 1 条保密记录' : '有 1 条保密记录，需要时请找班主任或心理教师'}
          action={mayOpen && <Button text="打开" onTap={() => setIsAsking(true)} />}
        />
      )}
      {!note && !exists && mayWrite && (
        <SealedLine
          text="家庭和健康的细节单独存放"
          action={<Button text="写保密部分" onTap={() => setNote(NOTHING_YET)} />}
        />
      )}
      {isAsking && (
        <OpenNoteSheet noteId={noteId} onOpened={setNote} onClose={() => setIsAsking(false)} />
      )}
    </>
  );
}

function SealedEditor({ note, send }: { note: Note; send: SealedPartProps['send'] }) {
  const edit = useEdit({
    draftKey: null,
    stored: { rev: note.rev, parts: { text: note.text } },
    send: ({ text = '' }, rev, writeId) => send(text, rev, writeId),
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
        max={MAX_SEALED_TEXT}
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
