import { Text, View } from '@tarojs/components';
import './part.scss';

interface PartProps {
  label: string;
  text: string;
}

/** What was written, under what it is about. */
export function Part({ label, text }: PartProps) {
  return (
    <View className="part">
      <Text className="part-label">{label}</Text>
      <Text className="part-text" userSelect>
        {text}
      </Text>
    </View>
  );
}
