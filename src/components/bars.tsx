import { ScrollView, Text, View } from '@tarojs/components';
import './bars.scss';

export interface Bar {
  label: string;
  value: number;
  /** What the value is part of; the bar is as high as its share. Without: of the highest. */
  of?: number;
}

interface BarsProps {
  title: string;
  bars: readonly Bar[];
}

const sayValue = ({ value, of }: Bar): string => (of === undefined ? `${value}` : `${value}/${of}`);

/** Something week by week: a bar each, with its number above and its name below. */
export function Bars({ title, bars }: BarsProps) {
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  const said = bars.map((bar) => `${bar.label} ${sayValue(bar)}`).join('，');
  return (
    <View className="bars" aria-role="img" aria-label={`${title}：${said}`}>
      <Text className="bars-title">{title}</Text>
      <ScrollView scrollX className="bars-scroll">
        <View className="bars-row">
          {bars.map((bar) => (
            <View key={bar.label} className="bars-one">
              <Text className="bars-value">{sayValue(bar)}</Text>
              <View className="bars-frame">
                <View
                  className="bars-bar"
                  style={{ height: `${Math.round((bar.value * 100) / (bar.of || highest))}%` }}
                />
              </View>
              <Text className="bars-label">{bar.label}</Text>
            </View>
          ))}
        </View>
      </ScrollView>
    </View>
  );
}

/** The same as a table, for whoever cannot see a plot or wants the numbers. */
export function BarsTable({ title, bars }: BarsProps) {
  return (
    <View className="bars">
      <Text className="bars-title">{title}</Text>
      {bars.map((bar) => (
        <View key={bar.label} className="bars-line">
          <Text>{bar.label}</Text>
          <Text>{sayValue(bar)}</Text>
        </View>
      ))}
    </View>
  );
}
