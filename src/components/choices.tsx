import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Chip, Chips } from './chip';
import './choices.scss';

interface ChoicesProps<K extends string> {
  label: string;
  choices: readonly (readonly [key: K, text: string])[];
}

interface OneOfProps<K extends string> extends ChoicesProps<K> {
  initial: K | null;
  onChoose(key: K): void;
}

/** One of a few, by one tap. */
export function OneOf<K extends string>({ label, choices, initial, onChoose }: OneOfProps<K>) {
  const [chosen, setChosen] = useState(initial);
  const choose = (key: K) => {
    setChosen(key);
    onChoose(key);
  };
  return (
    <>
      <Text className="choices-label">{label}</Text>
      <Chips>
        {choices.map(([key, text]) => (
          <Chip
            key={key}
            role="radio"
            text={text}
            isChosen={key === chosen}
            onTap={() => choose(key)}
          />
        ))}
      </Chips>
    </>
  );
}

interface SomeOfProps<K extends string> extends ChoicesProps<K> {
  initial: readonly K[];
  onChoose(keys: K[]): void;
}

/** Some of a few; a second tap takes a choice back. */
export function SomeOf<K extends string>({ label, choices, initial, onChoose }: SomeOfProps<K>) {
  const [chosen, setChosen] = useState(initial);
  const toggle = (key: K) => {
    const keys = chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];
    setChosen(keys);
    onChoose(keys);
  };
  return (
    <>
      <Text className="choices-label">{label}</Text>
      <Chips>
        {choices.map(([key, text]) => (
          <Chip
            key={key}
            role="checkbox"
            text={text}
            isChosen={chosen.includes(key)}
            onTap={() => toggle(key)}
          />
        ))}
      </Chips>
    </>
  );
}
