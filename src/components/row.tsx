import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { Icon } from './icon';
import { Tap } from './tap';
import './row.scss';

interface RowProps {
  title: string;
  note?: string;
  /** At the right: a word, a button. A row that opens something has an arrow anyway. */
  aside?: ReactNode;
  label?: string;
  /** Off where a tap chooses rather than opens. */
  hasArrow?: boolean;
  onTap?(): void;
}

/** One line of a list; what it holds further goes underneath. */
export function Row(props: PropsWithChildren<RowProps>) {
  const { title, note, aside, label, hasArrow = true, onTap, children } = props;
  const content = (
    <>
      <View className="row-main">
        <Text className="row-title">{title}</Text>
        {note !== undefined && note !== '' && <Text className="row-note">{note}</Text>}
        {children}
      </View>
      {aside !== undefined && <View className="row-aside">{aside}</View>}
      {onTap && hasArrow && <Icon name="more" />}
    </>
  );
  if (!onTap) return <View className="row">{content}</View>;
  return (
    <Tap className="row" label={label ?? [title, note].filter(Boolean).join('，')} onTap={onTap}>
      {content}
    </Tap>
  );
}
