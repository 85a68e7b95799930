import { useState } from 'react';
import { Button } from './button';
import { Chip, Chips } from './chip';
import { Sheet } from './sheet';

interface PickManySheetProps {
  title: string;
  choices: readonly { id: string; text: string }[];
  chosenIds: readonly string[];
  onPick(ids: string[]): void;
  onClose(): void;
}

/** Several of a list; nothing is taken over before the person says so. */
export function PickManySheet({ title, choices, chosenIds, onPick, onClose }: PickManySheetProps) {
  const [ids, setIds] = useState<readonly string[]>(chosenIds);
  const toggle = (id: string) =>
    setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
  const done = () => {
    onPick([...ids]);
    onClose();
  };
  return (
    <Sheet
      title={title}
      footer={<Button kind="main" text={`选好了（${ids.length} 人）`} onTap={done} />}
      onClose={onClose}
    >
      <Chips>
        {choices.map(({ id, text }) => (
          <Chip
            key={id}
            role="checkbox"
            text={text}
            isChosen={ids.includes(id)}
            onTap={() => toggle(id)}
          />
        ))}
      </Chips>
    </Sheet>
  );
}
