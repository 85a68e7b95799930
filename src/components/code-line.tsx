import { Text, View } from '@tarojs/components';
import { sayWhen } from '../platform/when';
import { Button } from './button';
import './code-line.scss';

interface CodeLineProps {
  code: string;
  expiresAt: string;
  isBusy: boolean;
  onEnd(): void;
}

/** A code to write on the board: large, until when, and how to end it. */
export function CodeLine({ code, expiresAt, isBusy, onEnd }: CodeLineProps) {
  return (
    <View className="code-line">
      <Text className="code-letters">{code}</Text>
      <Text className="code-until">{`用到 ${sayWhen(expiresAt)}`}</Text>
      <Button kind="link" text="停用" label={`停用 ${code}`} isBusy={isBusy} onTap={onEnd} />
    </View>
  );
}
