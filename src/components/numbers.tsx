import { Chip, Chips } from './chip';

interface NumbersProps {
  from: readonly number[];
  unit: string;
  chosen: number;
  onChoose(value: number): void;
}

/** A number by tap: one of the usual ones, or the one that stands. */
export function Numbers({ from, unit, chosen, onChoose }: NumbersProps) {
  const values = from.includes(chosen) ? from : [...from, chosen].sort((a, b) => a - b);
  return (
    <Chips>
      {values.map((value) => (
        <Chip
          key={value}
          role="radio"
          text={`${value} ${unit}`}
          isChosen={value === chosen}
          onTap={() => onChoose(value)}
        />
      ))}
    </Chips>
  );
}
