import { View } from '@tarojs/components';
import './skeleton.scss';

/** The shape of what comes: a card with a title and some rows. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <View className="skeleton" aria-role="img" aria-label="正在打开">
      <View className="skeleton-title" />
      {Array.from({ length: rows }, (_, index) => index).map((index) => (
        <View key={index} className="skeleton-row">
          <View className="skeleton-line" />
          <View className="skeleton-line skeleton-short" />
        </View>
      ))}
    </View>
  );
}
