import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Icon } from './icon';
import { Tap } from './tap';
import './chip.scss';

interface ChipProps {
  text: string;
  /** Left out where a chip is no choice. */
  isChosen?: boolean;
  role?: 'button' | 'checkbox' | 'radio';
  onTap?(): void;
}

/** A short word in a frame: a name, a reason, a choice. */
export function Chip({ text, isChosen = false, role = 'button', onTap }: ChipProps) {
  const className = isChosen ? 'chip chip-chosen' : 'chip';
  const content = (
    <>
      {isChosen && <Icon name="check" />}
      <Text>{text}</Text>
    </>
  );
  if (!onTap) return <View className={`${className} chip-still`}>{content}</View>;
  return (
    <Tap className={className} role={role} isChosen={isChosen} onTap={onTap}>
      {content}
    </Tap>
  );
}

export function Chips({ children }: PropsWithChildren) {
  return <View className="chips">{children}</View>;
}
