import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import './card.scss';

interface CardProps {
  title?: string;
  /** Small, at the right of the title: a count, a button. */
  aside?: ReactNode;
}

export function Card({ title, aside, children }: PropsWithChildren<CardProps>) {
  return (
    <View className="card">
      {title !== undefined && (
        <View className="card-head">
          <Text className="card-title">{title}</Text>
          {aside !== undefined && <View className="card-aside">{aside}</View>}
        </View>
      )}
      {children}
    </View>
  );
}
