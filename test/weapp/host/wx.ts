import { webcrypto } from 'node:crypto';

interface Callbacks {
  success?(result: unknown): void;
  fail?(result: unknown): void;
  complete?(result: unknown): void;
}

/** Where the app wants to go, and where it talks to; the mini-program decides. */
export interface WxHost {
  navigate(kind: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch', url: string): void;
  navigateBack(delta: number): void;
  callFunction(name: string, data: unknown): Promise<unknown>;
}

const DEVICE = {
  SDKVersion: '2.32.3',
  platform: 'ios',
  theme: 'light',
  language: 'zh_CN',
  fontSizeSetting: 17,
  windowWidth: 375,
  windowHeight: 724,
  screenWidth: 375,
  screenHeight: 812,
  pixelRatio: 2,
  safeArea: { top: 44, bottom: 778, left: 0, right: 375, width: 375, height: 734 },
};

/** WeChat's `wx`, as far as this app uses it. What is missing here is missing loudly there. */
export function createWx(host: WxHost) {
  const storage = new Map<string, unknown>();
  const succeed = (options: Callbacks = {}, result: object = {}) => {
    const answer = { errMsg: 'ok', ...result };
    queueMicrotask(() => {
      options.success?.(answer);
      options.complete?.(answer);
    });
  };
  const go =
    (kind: Parameters<WxHost['navigate']>[0]) => (options: Callbacks & { url: string }) => {
      host.navigate(kind, options.url);
      succeed(options);
    };

  return {
    canIUse: () => true,
    getSystemInfoSync: () => DEVICE,
    getSystemInfo: (options: Callbacks) => succeed(options, DEVICE),
    getWindowInfo: () => DEVICE,
    getAppBaseInfo: () => DEVICE,
    getDeviceInfo: () => DEVICE,
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    nextTick: (run: () => void) => queueMicrotask(run),
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
    getNetworkType: (options: Callbacks) => succeed(options, { networkType: 'wifi' }),
    getRandomValues: (options: Callbacks & { length: number }) => {
      const randomValues = webcrypto.getRandomValues(new Uint8Array(options.length)).buffer;
      succeed(options, { randomValues });
    },
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 0, limitSize: 10_240 }),
    setNavigationBarTitle: (options: Callbacks) => succeed(options),
    showToast: (options: Callbacks) => succeed(options),
    hideToast: (options: Callbacks) => succeed(options),
    // The person allows every message that the popup asks about.
    requestSubscribeMessage: (options: Callbacks & { tmplIds: string[] }) =>
      succeed(options, Object.fromEntries(options.tmplIds.map((id) => [id, 'accept']))),
    stopPullDownRefresh: (options: Callbacks) => succeed(options),
    navigateTo: go('navigateTo'),
    redirectTo: go('redirectTo'),
    switchTab: go('switchTab'),
    reLaunch: go('reLaunch'),
    navigateBack: (options: Callbacks & { delta?: number } = {}) => {
      host.navigateBack(options.delta ?? 1);
      succeed(options);
    },
    cloud: {
      init: () => undefined,
      callFunction: async ({ name, data }: { name: string; data: unknown }) => ({
        result: await host.callFunction(name, data),
        errMsg: 'cloud.callFunction:ok',
      }),
    },
  };
}
