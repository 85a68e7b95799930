import { Binary, BSONRegExp, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { encodeValue, invert, keysOf, successor } from '../../../local-cloud/database/key';
import { compareValues } from '../../../local-cloud/database/semantics/compare';
import type { Value } from '../../../local-cloud/database/semantics/value';

const values: Value[] = [
  new MinKey(),
  null,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  -(2n ** 62n),
  -(2n ** 53n) - 1n,
  -(2 ** 53),
  -1.5,
  -1,
  -Number.MIN_VALUE,
  0,
  -0,
  Number.MIN_VALUE,
  0.1,
  1,
  Decimal128.fromString('1.5'),
  2 ** 31,
  2 ** 53,
  2n ** 53n + 1n,
  2n ** 62n,
  2n ** 62n + 1n,
  Number.MAX_VALUE,
  Number.POSITIVE_INFINITY,
  '',
  '\0',
  '\0\0',
  '\0a',
  'a',
  'a\0',
  'a\0b',
  'aa',
  'ab',
  'b',
  '会商',
  '\uffff',
  '😀',
  {},
  { a: null },
  { a: 1 },
  { a: 1, b: 1 },
  { a: 2 },
  { b: 0 },
  { a: 'x' },
  { ab: 1 },
  [],
  [null],
  [1],
  [1, 2],
  [[1]],
  ['a'],
  new Binary(Buffer.from([1]), 0),
  new Binary(Buffer.from([1]), 4),
  new Binary(Buffer.from([0, 0]), 0),
  new ObjectId('0123456789abcdef01234567'),
  new ObjectId('ff23456789abcdef01234567'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Date(8.64e15),
  new Timestamp({ t: 1, i: 1 }),
  new Timestamp({ t: 1, i: 2 }),
  new BSONRegExp('a', ''),
  new BSONRegExp('a', 'i'),
  new BSONRegExp('ab', ''),
  new MaxKey(),
];
const sign = (difference: number) => Math.sign(difference) + 0;

test('keys sort as compareValues sorts, upwards and downwards, for every pair of values', () => {
  for (const a of values) {
    for (const b of values) {
      const [left, right] = [encodeValue(a), encodeValue(b)];
      const wanted = sign(compareValues(a, b));
      expect({ a, b, order: sign(Buffer.compare(left, right)) }).toEqual({ a, b, order: wanted });
      const inverted = sign(Buffer.compare(invert(left), invert(right)));
      expect({ a, b, order: inverted }).toEqual({ a, b, order: -wanted + 0 });
    }
  }
});

test('no key begins another, so that keys can stand one after the other', () => {
  const keys = new Set(values.map((value) => encodeValue(value).toString('latin1')));
  for (const key of keys) {
    const beginsAnother = [...keys].some((other) => other !== key && other.startsWith(key));
    expect([JSON.stringify(key), beginsAnother]).toEqual([JSON.stringify(key), false]);
  }
});

test('the successor of a prefix lies just beyond everything that begins with it', () => {
  expect(successor(Buffer.from([1, 0xff, 0xff]))).toEqual(Buffer.from([2]));
  expect(successor(Buffer.from([1, 2]))).toEqual(Buffer.from([1, 3]));
  expect(successor(Buffer.from([0xff]))).toEqual(Buffer.from([0xff]));
});

describe('how a document is filed', () => {
  const filed = (doc: object, ...paths: string[]) =>
    keysOf(
      doc as never,
      paths.map((path) => ({ path, direction: 1 })),
    ).keys.map((key) => key.toString('hex'));
  const hex = (...parts: unknown[]) =>
    Buffer.concat(parts.map((part) => encodeValue(part as Value))).toString('hex');

  test.each([
    ['a missing field as null', { b: 1 }, [hex(null)]],
    ['an empty array below null', { a: [] }, [hex(undefined)]],
    ['each element of an array once', { a: [1, 2, 1] }, [hex(1), hex(2)]],
    ['an array inside an array as a whole', { a: [[1]] }, [hex([1])]],
  ])('%s', (_, doc, keys) => {
    expect(filed(doc, 'a')).toEqual(keys);
  });

  test('the documents of an array by their field, null where one lacks it', () => {
    expect(filed({ a: [{ b: 1 }, {}] }, 'a.b')).toEqual([hex(1), hex(null)]);
  });

  test('several keys together, an array multiplied with the rest', () => {
    expect(filed({ a: [1, 2], b: 'x' }, 'a', 'b')).toEqual([hex(1, 'x'), hex(2, 'x')]);
  });

  test('not at all when two keys run into different arrays', () => {
    expect(() => filed({ a: [1], b: [2] }, 'a', 'b')).toThrow(
      'cannot index parallel arrays [b] [a]',
    );
  });
});
