import { Binary, BSONRegExp, ObjectId } from 'bson';
import {
  hasServerDate,
  parseEjson,
  parseEjsonDoc,
  resolveServerDates,
  toEjson,
} from '../../../../local-cloud/database/semantics/ejson';
import type { Value } from '../../../../local-cloud/database/semantics/value';

describe('EJSON', () => {
  const roundTrips: [what: string, value: Value, text: string][] = [
    ['an integer', 7, '{"$numberInt":"7"}'],
    ['a negative 32-bit limit', -2147483648, '{"$numberInt":"-2147483648"}'],
    ['a long', 2147483648, '{"$numberLong":"2147483648"}'],
    ['a long beyond 2^53', 9007199254740993n, '{"$numberLong":"9007199254740993"}'],
    ['a fraction', 1.5, '{"$numberDouble":"1.5"}'],
    ['minus zero', -0, '{"$numberDouble":"-0.0"}'],
    ['not a number', Number.NaN, '{"$numberDouble":"NaN"}'],
    ['infinity', Number.POSITIVE_INFINITY, '{"$numberDouble":"Infinity"}'],
    ['minus infinity', Number.NEGATIVE_INFINITY, '{"$numberDouble":"-Infinity"}'],
    ['a double beyond 64 bits', 1e300, '{"$numberDouble":"1e+300"}'],
    ['a text with quotes', '家"访', '"家\\"访"'],
    ['null', null, 'null'],
    ['a boolean', true, 'true'],
    ['a date', new Date(1700000000000), '{"$date":{"$numberLong":"1700000000000"}}'],
    ['a date before 1970', new Date(-1), '{"$date":{"$numberLong":"-1"}}'],
    ['an empty array', [], '[]'],
    ['nested arrays', [[1], []], '[[{"$numberInt":"1"}],[]]'],
    ['a document', { a: { b: null } }, '{"a":{"b":null}}'],
    [
      'a regular expression',
      new BSONRegExp('^a', 'i'),
      '{"$regularExpression":{"pattern":"^a","options":"i"}}',
    ],
    [
      'an object id',
      new ObjectId('64b7f0000000000000000001'),
      '{"$oid":"64b7f0000000000000000001"}',
    ],
    ['bytes', new Binary(Buffer.from('hi')), '{"$binary":{"base64":"aGk=","subType":"00"}}'],
  ];

  test.each(roundTrips)('writes %s canonically and reads it back', (_what, value, text) => {
    expect(toEjson(value)).toBe(text);
    expect(parseEjson(text)).toEqual(value);
    expect(toEjson(parseEjson(text))).toBe(text);
  });

  test('reads plain and relaxed JSON too', () => {
    expect(parseEjson('{"a":1,"b":{"$date":"2023-11-14T22:13:20Z"}}')).toEqual({
      a: 1,
      b: new Date(1700000000000),
    });
  });

  test('keeps a field named __proto__ as a field', () => {
    const doc = parseEjsonDoc('{"__proto__":{"$numberInt":"1"}}');
    expect(Object.keys(doc)).toEqual(['__proto__']);
    expect(toEjson(doc)).toBe('{"__proto__":{"$numberInt":"1"}}');
  });

  test.each([
    ['text that is not JSON', '{a:1}'],
    [
      'a flag that the database does not know',
      '{"$regularExpression":{"pattern":"a","options":"g"}}',
    ],
  ])('refuses %s', (_what, text) => {
    expect(() => parseEjson(text)).toThrow(
      expect.objectContaining({ code: 'DATABASE_REQUEST_FAILED' }),
    );
  });

  test('a query must be a document', () => {
    expect(() => parseEjsonDoc('[]')).toThrow('document is expected');
  });
});

describe('a server date', () => {
  const waiting = parseEjsonDoc(
    '{"a":[{"at":{"$tcb_server_date":{"offset":{"$numberInt":"500"}}}}]}',
  );

  test('is found wherever it waits', () => {
    expect(hasServerDate(waiting)).toBe(true);
    expect(hasServerDate({ a: [{ at: 1 }] })).toBe(false);
  });

  test('becomes the clock of the server plus its offset, in milliseconds', () => {
    expect(resolveServerDates(waiting, 1000)).toEqual({ a: [{ at: new Date(1500) }] });
  });
});
