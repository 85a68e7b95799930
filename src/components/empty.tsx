import { Text, View } from '@tarojs/components';
import { Button } from './button';
import './empty.scss';

interface EmptyProps {
  /** What will appear here. */
  text: string;
  /** The first step. */
  step?: { text: string; onTap(): void };
}

export function Empty({ text, step }: EmptyProps) {
  return (
    <View className="empty">
      <Text className="empty-text">{text}</Text>
      {step && <Button text={step.text} onTap={step.onTap} />}
    </View>
  );
}
