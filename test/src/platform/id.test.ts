import { webcrypto } from 'node:crypto';
import { newId } from '../../../src/platform/id';

beforeAll(() => Object.defineProperty(window, 'crypto', { value: webcrypto }));

describe('an id made on the phone', () => {
  test('is twenty letters and digits, and never the same twice', () => {
    const ids = Array.from({ length: 5_000 }, newId);
    expect(ids.filter((id) => !/^[0-9A-Za-z]{20}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('favours no letter', () => {
    const counts = new Map<string, number>();
    for (const letter of Array.from({ length: 5_000 }, newId).join('')) {
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    // 100,000 draws of 62: 1,613 each, give or take 40; a biased pick would be off by 25 %.
    const expected = 100_000 / 62;
    const furthest = Math.max(
      ...[...counts.values()].map((n) => Math.abs(n - expected) / expected),
    );
    expect(counts.size).toBe(62);
    expect(furthest).toBeLessThan(0.15);
  });
});
