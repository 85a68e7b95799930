import { Text, View } from '@tarojs/components';
import { useSyncExternalStore } from 'react';
import { Tap } from './tap';
import './toast.scss';

interface ToastMessage {
  text: string;
  /** Takes back what the message tells of. */
  action?: { text: string; onTap(): void };
}

const USUAL_MS = 2_500;
/** Long enough to read, decide and reach. */
const WITH_ACTION_MS = 8_000;

let current: ToastMessage | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(message: ToastMessage | null): void {
  clearTimeout(timer);
  current = message;
  for (const listener of listeners) listener();
  if (message) timer = setTimeout(() => show(null), message.action ? WITH_ACTION_MS : USUAL_MS);
}

/** Says something for a moment, on whatever screen is in front. */
export const showToast = (message: ToastMessage): void => show(message);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Where a screen shows the message of the moment. */
export function Toast() {
  const message = useSyncExternalStore(subscribe, () => current);
  if (!message) return null;
  const { text, action } = message;
  const take = () => {
    show(null);
    action?.onTap();
  };
  return (
    <View className="toast" aria-role="alert">
      <Text className="toast-text">{text}</Text>
      {action && (
        <Tap className="toast-action" onTap={take}>
          <Text>{action.text}</Text>
        </Tap>
      )}
    </View>
  );
}
