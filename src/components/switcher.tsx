import { Text } from '@tarojs/components';
import { Icon } from './icon';
import { Tap } from './tap';
import './switcher.scss';

/** Names what is shown, and opens the sheet to show another. */
export function Switcher({ text, label, onTap }: { text: string; label: string; onTap(): void }) {
  return (
    <Tap className="switcher" label={`${label}：${text}`} onTap={onTap}>
      <Text className="switcher-text">{text}</Text>
      <Icon name="down" />
    </Tap>
  );
}
