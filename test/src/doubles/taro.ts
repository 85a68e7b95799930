/** What the screens use of Taro, as a browser has it. Only for tests of components. */
import { useEffect } from 'react';

const store = new Map<string, unknown>();

export const useDidShow = (listener: () => void): void => useEffect(listener, [listener]);
export const useDidHide = (): void => undefined;
export const useRouter = () => ({ params: {} as Record<string, string> });

/** Forgets what a test left on the phone. */
export const emptyStorage = (): void => store.clear();

export default {
  getStorageSync: (key: string) => store.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void store.set(key, value),
  removeStorageSync: (key: string) => void store.delete(key),
  getStorageInfoSync: () => ({ keys: [...store.keys()] }),
  getCurrentPages: () => [],
  navigateTo: async () => undefined,
  navigateBack: async () => undefined,
  switchTab: async () => undefined,
};
