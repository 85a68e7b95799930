/**
 * Tells, from now on, whether the browser has a network.
 *
 * @returns a function that ends the telling
 */
export function watchNetwork(tell: (isOnline: boolean) => void): () => void {
  const listener = () => tell(window.navigator.onLine);
  listener();
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
