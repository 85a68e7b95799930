import { useState } from 'react';
import { Button } from './button';
import { Chip, Chips } from './chip';
import { sayFailure } from './failure';
import { TextField } from './field';
import { Notice } from './notice';
import { Sheet } from './sheet';

interface ReasonSheetProps {
  title: string;
  /** What happens then. */
  notice: string;
  /** Usual reasons: a tap is enough. */
  usual: readonly string[];
  /** The verb of the button for a reason that is typed. */
  verb: string;
  max: number;
  isBusy: boolean;
  error: unknown;
  onGive(reason: string): void;
  onClose(): void;
}

/** Asks why: a usual reason by tap, or any other in words. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { title, notice, usual, verb, max, isBusy, error, onGive, onClose } = props;
  const [typed, setTyped] = useState('');
  return (
    <Sheet title={title} onClose={onClose}>
      <Notice text={notice} />
      <Chips>
        {usual.map((reason) => (
          <Chip key={reason} text={reason} onTap={() => !isBusy && onGive(reason)} />
        ))}
      </Chips>
      <TextField label="别的原因" max={max} initial="" onInput={setTyped} />
      {error !== null && <Notice kind="error" text={sayFailure(error)} />}
      <Button
        text={verb}
        isDisabled={typed.trim() === ''}
        isBusy={isBusy}
        onTap={() => onGive(typed.trim())}
      />
    </Sheet>
  );
}
