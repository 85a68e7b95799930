import { Text, View } from '@tarojs/components';
import './figures.scss';

/** A few figures beside one another, each over what it counts. */
export function Figures({ figures }: { figures: readonly { label: string; value: string }[] }) {
  return (
    <View className="figures">
      {figures.map(({ label, value }) => (
        <View key={label} className="figure">
          <Text className="figure-value">{value}</Text>
          <Text className="figure-label">{label}</Text>
        </View>
      ))}
    </View>
  );
}
