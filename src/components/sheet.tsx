import { ScrollView, Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { InSheet } from './field';
import { Icon } from './icon';
import { Tap } from './tap';
import './sheet.scss';

interface SheetProps {
  title: string;
  /** Stays at the bottom while the rest scrolls. */
  footer?: ReactNode;
  onClose(): void;
}

/** A sheet from the bottom over whatever was open. Its owner renders it only while it is open. */
export function Sheet({ title, footer, onClose, children }: PropsWithChildren<SheetProps>) {
  return (
    <View className="sheet" aria-role="dialog" aria-label={title}>
      <View className="sheet-veil" catchMove onClick={onClose} />
      <View className="sheet-panel">
        <View className="sheet-head">
          <Text className="sheet-title">{title}</Text>
          <Tap className="sheet-close" label="关闭" onTap={onClose}>
            <Icon name="close" />
          </Tap>
        </View>
        <ScrollView className="sheet-body" scrollY>
          <InSheet.Provider value={true}>{children}</InSheet.Provider>
        </ScrollView>
        {footer !== undefined && <View className="sheet-footer">{footer}</View>}
      </View>
    </View>
  );
}
