import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { isWorthRetrying } from './cloud-failure';
import { watchNetwork } from './network';

const MAX_RETRIES = 2;

const retry = (failures: number, error: Error) => failures < MAX_RETRIES && isWorthRetrying(error);

/** The answers that this phone remembers. A mutation tells it what is out of date. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // 'always': without a network a page says so at once, rather than waiting in silence.
    queries: { retry, networkMode: 'always', staleTime: 30_000, refetchOnWindowFocus: false },
    mutations: { retry, networkMode: 'always' },
  },
});

onlineManager.setEventListener(watchNetwork);

export function QueryProvider({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}

/** Asks again for what is shown and out of date. */
export const refetchShown = (): void => {
  void queryClient.refetchQueries({ type: 'active', stale: true });
};

/** The same, whenever the page comes into view. */
export function useRefetchOnShow(): void {
  useDidShow(refetchShown);
}
