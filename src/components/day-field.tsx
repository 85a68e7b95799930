import { Picker, Text } from '@tarojs/components';
import { useState } from 'react';
import { Chip, Chips } from './chip';
import './choices.scss';
import './day-field.scss';

interface DayFieldProps {
  label: string;
  /** Days that are usual, each a tap; any other between `from` and `to` by the calendar. */
  usual: readonly (readonly [day: string, text: string])[];
  from: string;
  to: string;
  initial: string;
  /** How another day is called. */
  say(day: string): string;
  onChoose(day: string): void;
}

/** A day: one of the usual by a tap, or any other. */
export function DayField({ label, usual, from, to, initial, say, onChoose }: DayFieldProps) {
  const [chosen, setChosen] = useState(initial);
  const choose = (day: string) => {
    setChosen(day);
    onChoose(day);
  };
  const isUsual = usual.some(([day]) => day === chosen);
  return (
    <>
      <Text className="choices-label">{label}</Text>
      <Chips>
        {usual.map(([day, text]) => (
          <Chip
            key={day}
            role="radio"
            text={text}
            isChosen={day === chosen}
            onTap={() => choose(day)}
          />
        ))}
        <Picker
          mode="date"
          start={from}
          end={to}
          value={chosen}
          onChange={({ detail }) => choose(String(detail.value))}
        >
          <Text className={isUsual ? 'day-other' : 'day-other day-chosen'}>
            {isUsual ? '别的日子' : say(chosen)}
          </Text>
        </Picker>
      </Chips>
    </>
  );
}
