import { onlineManager } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import {
  type CSSProperties,
  type PropsWithChildren,
  type ReactNode,
  useSyncExternalStore,
} from 'react';
import { useRefetchOnShow } from '../platform/query';
import { textScale } from '../platform/text-scale';
import { Notice } from './notice';
import { OutboxLine } from './outbox-line';
import { Toast } from './toast';
import './screen.scss';

interface ScreenProps {
  /** Stays at the bottom: the one main action. */
  footer?: ReactNode;
  /** Opens over the screen. */
  sheet?: ReactNode;
  /** Off on the page that shows what waits to be sent. */
  hasOutbox?: boolean;
}

/** Every page is one of these. It sets the size of text, and keeps what is shown fresh. */
export function Screen({
  footer,
  sheet,
  hasOutbox = true,
  children,
}: PropsWithChildren<ScreenProps>) {
  useRefetchOnShow();
  return (
    <View className="screen" style={{ '--text-scale': textScale() } as CSSProperties}>
      <View className="screen-body">
        <OfflineNotice />
        {hasOutbox && <OutboxLine />}
        {children}
      </View>
      {footer !== undefined && <View className="screen-footer">{footer}</View>}
      {sheet}
      <Toast />
    </View>
  );
}

function OfflineNotice() {
  const isOnline = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  if (isOnline) return null;
  return <Notice kind="care" text="现在没有网络。看到的可能不是最新的；写下的内容会留在手机上。" />;
}
