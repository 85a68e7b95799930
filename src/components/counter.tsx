import { Text, View } from '@tarojs/components';
import { Tap } from './tap';
import './counter.scss';

interface CounterProps {
  /** What is counted; spoken, and shown by whoever stands around it. */
  label: string;
  count: number;
  unit: string;
  max: number;
  onCount(count: number): void;
}

/** A small number: one less, one more. */
export function Counter({ label, count, unit, max, onCount }: CounterProps) {
  return (
    <View className="counter">
      <Tap
        className="counter-step"
        label={`${label}少一${unit}`}
        isDisabled={count <= 0}
        onTap={() => onCount(count - 1)}
      >
        <Text>−</Text>
      </Tap>
      <Text className="counter-count">{`${count} ${unit}`}</Text>
      <Tap
        className="counter-step"
        label={`${label}多一${unit}`}
        isDisabled={count >= max}
        onTap={() => onCount(count + 1)}
      >
        <Text>＋</Text>
      </Tap>
    </View>
  );
}
