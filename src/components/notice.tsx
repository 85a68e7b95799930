import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './notice.scss';

interface NoticeProps {
  text: string;
  kind?: 'info' | 'care' | 'error';
  action?: ReactNode;
}

/** A sentence that belongs to what stands around it, with what can be done about it. */
export function Notice({ text, kind = 'info', action }: NoticeProps) {
  return (
    <View className={`notice notice-${kind}`} aria-role={kind === 'error' ? 'alert' : 'status'}>
      <Text className="notice-text">{text}</Text>
      {action !== undefined && <View className="notice-action">{action}</View>}
    </View>
  );
}
