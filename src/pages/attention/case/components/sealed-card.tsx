import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Part } from '../../../../components/part';
import { sayWhen } from '../../../../platform/when';
import { OpenNoteSheet } from '../../../../sheets/sealed-note/open-note-sheet';
import { SealedLine } from '../../../../sheets/sealed-note/sealed-line';
import type { OpenedNote } from '../../../../sheets/sealed-note/sealed-note.queries';
import type { Case } from '../../attention.queries';
import { WriteSealedSheet } from './write-sealed-sheet';

interface SealedCardProps {
  found: Case;
  onSaved(): void;
}

/** Which groups the student belongs to, and what is known of family, health and mind. */
export function SealedCard({ found, onSaved }: SealedCardProps) {
  const { sealed, may, categories } = found;
  const [note, setNote] = useState<OpenedNote | null>(null);
  const [open, setOpen] = useState<'ask' | 'write' | null>(null);
  if (!sealed.exists && !may.writeSealed) return null;
  const labels = Object.keys(note?.rows ?? {}).map(
    (key) => categories.find((category) => category.key === key)?.label ?? '以前的类别',
  );
  // What is overwritten must be read first.
  const mayWrite = may.writeSealed && (!sealed.exists || note !== null);
  return (
    <Card title="保密部分">
      {note && (
        <>
          <Part label="类别" text={labels.join('、') || '没有选'} />
          <Part
            label={`${note.updatedByName} · ${sayWhen(note.updatedAt)} · 这次打开已记录`}
            text={note.text || '（空白）'}
          />
        </>
      )}
      {!note && (
        <SealedLine
          text={sayPresence(sealed.exists, may.openSealed)}
          action={
            sealed.exists && may.openSealed && <Button text="打开" onTap={() => setOpen('ask')} />
          }
        />
      )}
      {mayWrite && <Button text={sealed.exists ? '修改' : '填写'} onTap={() => setOpen('write')} />}
      {open === 'ask' && (
        <OpenNoteSheet noteId={sealed.noteId} onOpened={setNote} onClose={() => setOpen(null)} />
      )}
      {open === 'write' && (
        <WriteSealedSheet
          found={found}
          note={note}
          onSaved={() => {
            setNote(null);
            onSaved();
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}

function sayPresence(exists: boolean, mayOpen: boolean): string {
  if (!exists) return '类别和家庭、健康、心理方面的内容写在这里';
  return mayOpen ? '有 1 条保密记录' : '有 1 条保密记录，需要时请找班主任或心理教师';
}
