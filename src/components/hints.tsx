import { Text, View } from '@tarojs/components';
import './hints.scss';

interface HintsProps {
  /** A word that was used, and what could be written instead. */
  hints: readonly { word: string; hint: string }[];
}

/** Gentle advice under a field. It never stops anybody from saving. */
export function Hints({ hints }: HintsProps) {
  return (
    <>
      {hints.map(({ word, hint }) => (
        <View key={word} className="hint" aria-role="status">
          <Text>{`“${word}”：${hint}`}</Text>
        </View>
      ))}
    </>
  );
}
