import Taro from '@tarojs/taro';

/**
 * Tells, from now on, whether the phone has a network.
 *
 * @returns a function that ends the telling
 */
export function watchNetwork(tell: (isOnline: boolean) => void): () => void {
  const listener = ({ isConnected }: { isConnected: boolean }) => tell(isConnected);
  Taro.onNetworkStatusChange(listener);
  void Taro.getNetworkType().then(({ networkType }) => tell(networkType !== 'none'));
  return () => Taro.offNetworkStatusChange(listener);
}
