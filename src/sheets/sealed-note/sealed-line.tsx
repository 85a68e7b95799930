import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '../../components/icon';
import './sealed-line.scss';

/** Says that something is sealed, and what can be done about it. */
export function SealedLine({ text, action }: { text: string; action?: ReactNode }) {
  return (
    <View className="sealed-line">
      <Icon name="lock" />
      <Text className="sealed-text">{text}</Text>
      {action}
    </View>
  );
}
