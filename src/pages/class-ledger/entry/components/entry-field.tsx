import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import {
  LEDGER_FIELDS,
  type LedgerField,
  MAX_FIELD,
} from '../../../../../domain/class-ledger/class-ledger.schema';
import { type WordingHint, wordingHints } from '../../../../../domain/wording';
import { Button } from '../../../../components/button';
import { TextArea } from '../../../../components/field';
import { Hints } from '../../../../components/hints';

interface EntryFieldProps {
  name: LedgerField;
  initial: string;
  /** What stood here last term; empty if nothing did. */
  lastTerm: string;
  onInput(text: string): void;
}

const sameHints = (a: WordingHint[], b: WordingHint[]) =>
  a.map(({ word }) => word).join() === b.map(({ word }) => word).join();

/** One part of the line, with last term's words at hand and gentle advice on wording. */
export function EntryField({ name, initial, lastTerm, onInput }: EntryFieldProps) {
  const { label, hint } = LEDGER_FIELDS[name];
  const [seed, setSeed] = useState({ text: initial, count: 0 });
  const [isEmpty, setIsEmpty] = useState(initial === '');
  const [hints, setHints] = useState(() => wordingHints(initial));

  const type = (text: string) => {
    const next = wordingHints(text);
    // Drawing again while somebody types can close the keyboard: only when there is news.
    setHints((shown) => (sameHints(shown, next) ? shown : next));
    setIsEmpty(text === '');
    onInput(text);
  };
  const takeLastTerm = () => {
    setSeed({ text: lastTerm, count: seed.count + 1 });
    type(lastTerm);
  };

  return (
    <View className="entry-part">
      <TextArea
        key={seed.count}
        label={label}
        placeholder={hint}
        max={MAX_FIELD}
        initial={seed.text}
        onInput={type}
      />
      <Hints hints={hints} />
      {isEmpty && lastTerm !== '' && (
        <View className="entry-last">
          <Text className="entry-last-words">{`上学期：${lastTerm}`}</Text>
          <Button
            kind="link"
            text="用上学期的"
            label={`${label}：用上学期的`}
            onTap={takeLastTerm}
          />
        </View>
      )}
    </View>
  );
}
