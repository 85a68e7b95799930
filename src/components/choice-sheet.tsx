import { Icon } from './icon';
import { Row } from './row';
import { Sheet } from './sheet';

interface Choice {
  id: string;
  text: string;
  note?: string;
}

interface ChoiceSheetProps {
  title: string;
  choices: readonly Choice[];
  chosenId: string | null;
  onChoose(id: string): void;
  onClose(): void;
}

/** One of a list, by one tap. */
export function ChoiceSheet({ title, choices, chosenId, onChoose, onClose }: ChoiceSheetProps) {
  const choose = (id: string) => {
    onChoose(id);
    onClose();
  };
  return (
    <Sheet title={title} onClose={onClose}>
      {choices.map(({ id, text, note }) => (
        <Row
          key={id}
          title={text}
          note={note}
          aside={id === chosenId ? <Icon name="check" /> : undefined}
          label={id === chosenId ? `${text}，现在选的` : text}
          hasArrow={false}
          onTap={() => choose(id)}
        />
      ))}
    </Sheet>
  );
}
