import { isMultikeyAt, leavesAt } from '../../../../local-cloud/database/semantics/path';
import type { Doc, Maybe } from '../../../../local-cloud/database/semantics/value';

describe('a dotted path', () => {
  const cases: [doc: Doc, path: string, leaves: Maybe[]][] = [
    [{ a: 1 }, 'a', [1]],
    [{}, 'a', [undefined]],
    [{ a: { b: 1 } }, 'a.b', [1]],
    [{ a: 5 }, 'a.b', [undefined]],
    [{ a: null }, 'a.b', [undefined]],
    [{ a: [1, 2] }, 'a', [1, 2, [1, 2]]],
    [{ a: [] }, 'a', [[]]],
    [{ a: [] }, 'a.b', []],
    [{ a: [1, 2] }, 'a.b', []],
    [{ a: [{ b: 1 }, { c: 2 }] }, 'a.b', [1, undefined]],
    [{ a: [{ b: [1, 2] }] }, 'a.b', [1, 2, [1, 2]]],
    [{ a: [7, 8] }, 'a.1', [8]],
    [{ a: [[5]] }, 'a.0', [[5]]],
    [{ a: [[5]] }, 'a.0.0', [5]],
    [{ a: [[{ b: 1 }]] }, 'a.b', []],
    [{ a: [{ b: 1 }, { b: 2 }] }, 'a.1.b', [undefined, undefined, 2]],
    [{ a: { 0: 'x' } }, 'a.0', ['x']],
  ];

  test.each(cases)('of %j at %s is tried on %p', (doc, path, leaves) => {
    expect(leavesAt(doc, path)).toEqual(leaves);
  });

  test('gives an array as a whole when asked to', () => {
    expect(leavesAt({ a: [1, [2]] }, 'a', 'whole')).toEqual([[1, [2]]]);
    expect(leavesAt({ a: [{ b: [1] }, {}] }, 'a.b', 'whole')).toEqual([[1], undefined]);
  });

  test('knows when it meets an array', () => {
    expect(isMultikeyAt({ a: { b: [1] } }, 'a.b')).toBe(true);
    expect(isMultikeyAt({ a: { b: 1 } }, 'a.b')).toBe(false);
  });
});
