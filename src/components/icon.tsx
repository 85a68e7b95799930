import { View } from '@tarojs/components';
import './icon.scss';

export type IconName = 'more' | 'down' | 'lock' | 'check' | 'close';

/** A few signs drawn by borders: no font, no file. Always beside a word, so never spoken. */
export function Icon({ name }: { name: IconName }) {
  return (
    <View className="icon" aria-hidden>
      <View className={`icon-${name}`} />
    </View>
  );
}
