const KEY = 'as';

/**
 * Who uses this browser tab, as the local cloud's console handed it over: `?as=OPENID` in the
 * address, kept for the life of the tab. Empty for a stranger.
 */
export function person(): string {
  const asked = new URLSearchParams(window.location.search).get(KEY);
  if (asked !== null) window.sessionStorage.setItem(KEY, asked);
  return window.sessionStorage.getItem(KEY) ?? '';
}
