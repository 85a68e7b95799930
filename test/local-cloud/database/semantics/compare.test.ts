import { Binary, BSONRegExp, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { compareValues, sorter } from '../../../../local-cloud/database/semantics/compare';
import {
  type Doc,
  deepClone,
  equalValues,
  type Maybe,
  typeOf,
  type Value,
} from '../../../../local-cloud/database/semantics/value';

/** One value or more of every type, each less than the next. */
const ascending: Maybe[] = [
  new MinKey(),
  undefined,
  null,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  -1,
  0,
  0.5,
  1,
  9007199254740992,
  9007199254740993n,
  Number.POSITIVE_INFINITY,
  '',
  'A',
  'a',
  'ab',
  '家',
  '\uffee',
  '😀',
  {},
  { a: 1 },
  { a: 2 },
  { a: 2, b: 1 },
  { b: 1 },
  { a: 'x' },
  [],
  [1],
  [1, 2],
  [2],
  new Binary(Buffer.from('z')),
  new Binary(Buffer.from('aa')),
  new ObjectId('000000000000000000000001'),
  new ObjectId('000000000000000000000002'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Timestamp({ t: 1, i: 1 }),
  new BSONRegExp('a', ''),
  new BSONRegExp('a', 'i'),
  new MaxKey(),
];

describe('the order of values', () => {
  test('is total over all types', () => {
    for (const [at, left] of ascending.entries()) {
      for (const [other, right] of ascending.entries()) {
        expect([at, other, Math.sign(compareValues(left, right))]).toEqual([
          at,
          other,
          Math.sign(at - other),
        ]);
      }
    }
  });

  test('agrees with equality', () => {
    for (const [at, left] of ascending.entries()) {
      for (const [other, right] of ascending.entries()) {
        expect(equalValues(left, right)).toBe(at === other);
      }
    }
  });

  test.each<[Value, Value]>([
    [1, 1n],
    [0, -0],
    [Number.NaN, Number.NaN],
    [{ a: [new Date(5)] }, { a: [new Date(5)] }],
  ])('holds %p and %p equal', (a, b) => {
    expect(equalValues(a, b)).toBe(true);
    expect(compareValues(a, b)).toBe(0);
  });

  test('fields in another order make another document', () => {
    expect(equalValues({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false);
  });
});

describe('sorting documents', () => {
  const sorted = (order: Record<string, 1 | -1>, docs: Doc[]): Value[] =>
    docs.sort(sorter(order)).map((doc) => doc._id as Value);

  test('a missing field sorts as null, an empty array before it', () => {
    const docs: Doc[] = [{ _id: 1, a: 0 }, { _id: 2 }, { _id: 3, a: null }, { _id: 4, a: [] }];
    expect(sorted({ a: 1 }, docs)).toEqual([4, 2, 3, 1]);
  });

  test('an array sorts by its least element going up and its greatest going down', () => {
    const docs = (): Doc[] => [
      { _id: 1, a: [5, 2] },
      { _id: 2, a: 3 },
      { _id: 3, a: [1, 9] },
    ];
    expect(sorted({ a: 1 }, docs())).toEqual([3, 1, 2]);
    expect(sorted({ a: -1 }, docs())).toEqual([3, 1, 2]);
  });

  test('the second field decides between equals, and equals keep their places', () => {
    const docs = [
      { _id: 1, a: 1, b: 1 },
      { _id: 2, a: 1, b: 2 },
      { _id: 3, a: 0, b: 0 },
      { _id: 4, a: 1, b: 2 },
    ];
    expect(sorted({ a: 1, b: -1 }, docs)).toEqual([3, 2, 4, 1]);
  });

  test('a path runs through arrays of documents', () => {
    const docs = [
      { _id: 1, a: [{ b: 4 }, { b: 6 }] },
      { _id: 2, a: [{ b: 5 }, { b: 3 }] },
    ];
    expect(sorted({ 'a.b': 1 }, docs)).toEqual([2, 1]);
  });

  test('refuses arrays on two paths of one order', () => {
    const docs = [
      { _id: 1, a: [1], b: [1] },
      { _id: 2, a: 1, b: 1 },
    ];
    expect(() => sorted({ a: 1, b: 1 }, docs)).toThrow('parallel arrays');
  });

  test('refuses a direction that is neither 1 nor -1', () => {
    expect(() => sorter({ a: 2 as 1 })).toThrow('$sort key ordering must be 1');
  });
});

describe('values', () => {
  test.each<[Maybe, string]>([
    [1, 'int'],
    [2147483648, 'long'],
    [1n, 'long'],
    [1.5, 'double'],
    [-0, 'double'],
    [1e300, 'double'],
    [Number.NaN, 'double'],
    [[], 'array'],
    [{}, 'object'],
    [new Date(0), 'date'],
    [/a/, 'regex'],
    [undefined, 'missing'],
  ])('%p is of type %s', (value, name) => {
    expect(typeOf(value)).toBe(name);
  });

  test('a clone shares nothing that can change', () => {
    const original = { a: [{ b: new Date(1) }] };
    const copy = deepClone(original);
    copy.a[0]?.b.setTime(2);
    expect(original).toEqual({ a: [{ b: new Date(1) }] });
  });
});
