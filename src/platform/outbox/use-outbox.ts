import { useDidShow } from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { leftWrites, sendQueued, watchOutbox } from './outbox';
import type { QueuedWrite } from './queued-writes';

/** What waits to be sent and what was refused; whenever the page comes into view it is sent. */
export function useOutbox(): readonly QueuedWrite[] {
  useDidShow(() => void sendQueued());
  return useSyncExternalStore(watchOutbox, leftWrites);
}
