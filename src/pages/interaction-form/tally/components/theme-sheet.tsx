import { useState } from 'react';
import { MAX_THEMES } from '../../../../../domain/interaction-form/interaction-record.schema';
import { Button } from '../../../../components/button';
import { Chip, Chips } from '../../../../components/chip';
import { TextField } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';

interface ThemeSheetProps {
  themes: readonly { key: string; label: string }[];
  chosen: string | null;
  onAssign(themeKey: string): void;
  onAdd(label: string): void;
  onClose(): void;
}

const MAX_LABEL = 12;

/** A theme that is there, by a tap, or a new one. */
export function ThemeSheet({ themes, chosen, onAssign, onAdd, onClose }: ThemeSheetProps) {
  const [typed, setTyped] = useState('');
  const label = typed.trim();
  const known = themes.find((theme) => theme.label === label);
  const done = (act: () => void) => {
    act();
    onClose();
  };
  return (
    <Sheet title="归到哪个主题" onClose={onClose}>
      <Chips>
        {themes.map((theme) => (
          <Chip
            key={theme.key}
            role="radio"
            text={theme.label}
            isChosen={theme.key === chosen}
            onTap={() => done(() => onAssign(theme.key))}
          />
        ))}
      </Chips>
      {themes.length < MAX_THEMES && (
        <>
          <TextField label="新的主题" max={MAX_LABEL} initial="" onInput={setTyped} />
          <Button
            text="加上并归类"
            isDisabled={label === ''}
            onTap={() => done(() => (known ? onAssign(known.key) : onAdd(label)))}
          />
        </>
      )}
    </Sheet>
  );
}
