import { useState } from 'react';
import { SEALED_REASONS } from '../../../domain/sealed-note/sealed-note.schema';
import { Button } from '../../components/button';
import { Chip, Chips } from '../../components/chip';
import { sayFailure } from '../../components/failure';
import { TextField } from '../../components/field';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { type OpenedNote, useOpenSealedNote } from './sealed-note.queries';

interface OpenNoteSheetProps {
  noteId: string;
  onOpened(note: OpenedNote): void;
  onClose(): void;
}

const MAX_REASON = 60;

/** Asks why a sealed note is opened. A tap on a usual reason opens it; any other can be typed. */
export function OpenNoteSheet({ noteId, onOpened, onClose }: OpenNoteSheetProps) {
  const [typed, setTyped] = useState('');
  const { mutate, isPending, error } = useOpenSealedNote();
  const open = (reason: string) => {
    const onSuccess = (note: OpenedNote) => {
      onOpened(note);
      onClose();
    };
    mutate({ noteId, reason }, { onSuccess });
  };
  return (
    <Sheet title="为什么要打开？" onClose={onClose}>
      <Notice text="打开会留下记录：您的姓名、时间和理由。看到的内容请只用于帮助孩子。" />
      <Chips>
        {SEALED_REASONS.map((reason) => (
          <Chip key={reason} text={reason} onTap={() => !isPending && open(reason)} />
        ))}
      </Chips>
      <TextField label="别的理由" max={MAX_REASON} initial="" onInput={setTyped} />
      {error && <Notice kind="error" text={sayFailure(error)} />}
      <Button
        text="打开"
        isDisabled={typed.trim() === ''}
        isBusy={isPending}
        onTap={() => open(typed.trim())}
      />
    </Sheet>
  );
}
