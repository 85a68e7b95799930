import { useState } from 'react';
import { ChoiceSheet } from '../../../components/choice-sheet';
import { Row } from '../../../components/row';

const NOBODY = '';

interface CompanionFieldProps {
  colleagues: readonly { id: string; name: string }[];
  initial: string | null;
  onChoose(id: string | null): void;
}

/** Who comes along, if anybody: they are asked to confirm it with one tap. */
export function CompanionField({ colleagues, initial, onChoose }: CompanionFieldProps) {
  const [chosen, setChosen] = useState(initial);
  const [isChoosing, setIsChoosing] = useState(false);
  if (colleagues.length === 0) return null;
  const name = colleagues.find(({ id }) => id === chosen)?.name;
  const choose = (id: string) => {
    const companion = id === NOBODY ? null : id;
    setChosen(companion);
    onChoose(companion);
  };
  return (
    <>
      <Row title="同行的老师" aside={name ?? '没有'} onTap={() => setIsChoosing(true)} />
      {isChoosing && (
        <ChoiceSheet
          title="谁一起去"
          choices={[
            { id: NOBODY, text: '没有' },
            ...colleagues.map(({ id, name: text }) => ({ id, text })),
          ]}
          chosenId={chosen ?? NOBODY}
          onChoose={choose}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </>
  );
}
