/** Chance that repeats itself: the same key always draws the same, on every machine. */
export interface Random {
  /** 0 ≤ value < 1 */
  next(): number;
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  chance(share: number): boolean;
  /** The same items in another order. */
  shuffle<T>(items: readonly T[]): T[];
}

function hash(key: string): number {
  let value = 2166136261;
  for (let i = 0; i < key.length; i += 1) value = Math.imul(value ^ key.charCodeAt(i), 16777619);
  return value >>> 0;
}

/** A source of its own per key, so that one class does not depend on how many others there are. */
export function randomOf(key: string): Random {
  let state = hash(key);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    chance: (share) => next() < share,
    shuffle(items) {
      const rest = [...items];
      return items.map(() => rest.splice(below(rest.length), 1)[0] as (typeof items)[number]);
    },
  };
}

/** Letters and digits as the phone makes them for a write; here of a counter, so that it repeats. */
export const writeIdOf = (key: string): string => {
  const random = randomOf(`write ${key}`);
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';
  return Array.from({ length: 20 }, () => random.pick([...letters])).join('');
};
