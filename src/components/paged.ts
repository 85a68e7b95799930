import { useState } from 'react';

/** The first of a long list, and how to show more: a phone draws no more than it must. */
export function usePaged<T>(items: readonly T[], size: number) {
  const [count, setCount] = useState(size);
  return {
    shown: items.slice(0, count),
    left: Math.max(0, items.length - count),
    showMore: () => setCount(count + size),
    showAll: () => setCount(items.length),
  };
}
