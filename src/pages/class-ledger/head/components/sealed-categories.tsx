import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { EditFooter } from '../../../../components/edit/edit-footer';
import { useEdit } from '../../../../components/edit/use-edit';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { OpenNoteSheet } from '../../../../sheets/sealed-note/open-note-sheet';
import { SealedLine } from '../../../../sheets/sealed-note/sealed-line';
import type { OpenedNote } from '../../../../sheets/sealed-note/sealed-note.queries';
import { type ClassLedger, useReviseSealedCategories } from '../../class-ledger.queries';
import { CategoryRows } from './category-rows';
import { partsAsRows, rowsAsParts, sayStudents } from './rows-as-parts';

type SealedRows = Pick<OpenedNote, 'rev' | 'rows'>;
const NOTHING_YET: SealedRows = { rev: 0, rows: {} };

/** The sealed category rows: shut until opened with a reason, and saved apart. */
export function SealedCategories({ ledger }: { ledger: ClassLedger }) {
  const { sealedCategories, categories } = ledger;
  const [isAsking, setIsAsking] = useState(false);
  const [note, setNote] = useState<SealedRows | null>(sealedCategories.exists ? null : NOTHING_YET);
  const sealed = categories.filter(({ isSealed }) => isSealed);
  if (sealed.length === 0) return null;
  return (
    <Card title="保密类别">
      {note ? (
        <SealedEditor ledger={ledger} note={note} />
      ) : (
        <SealedLine
          text={sealed.map(({ label }) => label).join('、')}
          action={<Button text="打开" onTap={() => setIsAsking(true)} />}
        />
      )}
      {isAsking && (
        <OpenNoteSheet
          noteId={sealedCategories.noteId}
          onOpened={setNote}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Card>
  );
}

function SealedEditor({ ledger, note }: { ledger: ClassLedger; note: SealedRows }) {
  const { lines, categories } = ledger;
  const { mutateAsync } = useReviseSealedCategories();
  const ids = { classId: ledger.class.id, termId: ledger.term.id };
  const sealed = categories.filter(({ isSealed }) => isSealed);
  const keys = sealed.map(({ key }) => key);
  const edit = useEdit({
    draftKey: null,
    stored: { rev: note.rev, parts: rowsAsParts(note.rows, keys) },
    send: (parts, rev, writeId) => {
      return mutateAsync({ ...ids, rows: partsAsRows(parts, keys), rev, writeId });
    },
    standing: (data) => {
      const { rev, rows, updatedByName } = data as OpenedNote;
      return { rev, parts: rowsAsParts(rows, keys), byName: updatedByName };
    },
    savedText: '保密类别：已保存',
  });
  return (
    <View>
      <Text className="sealed-text">只有需要帮助孩子的老师，写明理由后才能打开。</Text>
      <CategoryRows
        key={edit.formKey}
        categories={sealed}
        lines={lines}
        initial={edit.initial}
        onPick={edit.type}
      />
      <EditFooter edit={edit} kind="quiet" />
      {edit.conflict && (
        <VersionsSheet
          conflict={edit.conflict}
          labelOf={(part) => sealed.find(({ key }) => key === part)?.label ?? ''}
          say={(_, text) => sayStudents(lines, text)}
          onResolve={edit.resolve}
          onClose={edit.closeConflict}
        />
      )}
    </View>
  );
}
