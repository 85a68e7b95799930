import { BSONRegExp } from 'bson';
import { compileQuery } from '../../../../local-cloud/database/semantics/match';
import type { Doc, Value } from '../../../../local-cloud/database/semantics/value';

const regex = (pattern: string, options = ''): Value => new BSONRegExp(pattern, options);

/** `yes` match the query, `no` do not. */
interface Case {
  query: Doc;
  yes?: Doc[];
  no?: Doc[];
}

const cases: Record<string, Case[]> = {
  'equality compares by value and enters arrays': [
    { query: {}, yes: [{}, { a: 1 }] },
    { query: { a: 1 }, yes: [{ a: 1 }, { a: [3, 1] }], no: [{ a: '1' }, {}, { a: [[1]] }] },
    { query: { a: [1, 2] }, yes: [{ a: [1, 2] }, { a: [[1, 2]] }], no: [{ a: [2, 1] }, { a: 1 }] },
    {
      query: { a: { b: 1 } },
      yes: [{ a: { b: 1 } }, { a: [{ b: 1 }] }],
      no: [{ a: { b: 1, c: 1 } }],
    },
    { query: { 'a.b': 1 }, yes: [{ a: { b: 1 } }, { a: [{ b: 2 }, { b: 1 }] }], no: [{ a: 1 }] },
    { query: { a: 1, b: 2 }, yes: [{ a: 1, b: 2 }], no: [{ a: 1 }] },
    { query: { a: new Date(5) }, yes: [{ a: new Date(5) }], no: [{ a: 5 }] },
    { query: { a: {} }, yes: [{ a: {} }], no: [{ a: { b: 1 } }, {}] },
    { query: { toString: null }, yes: [{}] },
  ],
  'null stands for a missing field as well': [
    { query: { a: null }, yes: [{ a: null }, {}, { a: [null] }], no: [{ a: 0 }, { a: [] }] },
    { query: { a: { $eq: null } }, yes: [{}], no: [{ a: 1 }] },
    {
      query: { a: { $ne: null } },
      yes: [{ a: 1 }, { a: [] }],
      no: [{}, { a: null }, { a: [null] }],
    },
    { query: { a: { $gte: null } }, yes: [{}, { a: null }], no: [{ a: 1 }] },
    { query: { a: { $lte: null } }, yes: [{}, { a: null }], no: [{ a: 1 }] },
    { query: { a: { $gt: null } }, no: [{}, { a: null }, { a: 1 }] },
    { query: { a: { $in: [null, 1] } }, yes: [{}, { a: 1 }], no: [{ a: 2 }] },
    { query: { a: { $nin: [null] } }, yes: [{ a: 1 }], no: [{}, { a: null }] },
    { query: { 'a.b': null }, yes: [{ a: 5 }, { a: [{ c: 1 }] }, {}], no: [{ a: [1] }, { a: [] }] },
  ],
  'comparisons stay within a type': [
    {
      query: { a: { $gt: 5 } },
      yes: [{ a: 6 }, { a: [1, 9] }],
      no: [{ a: '6' }, { a: null }, {}, { a: 5 }],
    },
    { query: { a: { $lt: 5 } }, yes: [{ a: 4 }], no: [{ a: null }, {}, { a: false }] },
    {
      query: { a: { $gte: 'b' } },
      yes: [{ a: 'b' }, { a: 'c' }],
      no: [{ a: 'a' }, { a: 9 }, { a: ['a'] }],
    },
    {
      query: { a: { $gt: new Date(5) } },
      yes: [{ a: new Date(6) }],
      no: [{ a: 6 }, { a: new Date(5) }],
    },
    { query: { a: { $gt: false } }, yes: [{ a: true }], no: [{ a: 1 }] },
    { query: { a: { $gt: 1, $lt: 5 } }, yes: [{ a: 3 }, { a: [0, 9] }], no: [{ a: 5 }] },
    { query: { a: { $gt: [1] } }, yes: [{ a: [1, 0] }], no: [{ a: 5 }, { a: [0, 9] }] },
    { query: { a: { $gte: Number.NaN } }, yes: [{ a: Number.NaN }], no: [{ a: 1 }] },
    { query: { a: { $lt: 5 } }, no: [{ a: Number.NaN }] },
  ],
  'negations hold when no value passes': [
    { query: { a: { $ne: 1 } }, yes: [{ a: 2 }, {}, { a: [2] }], no: [{ a: 1 }, { a: [1, 2] }] },
    { query: { a: { $nin: [1, 2] } }, yes: [{ a: 3 }, {}], no: [{ a: 2 }, { a: [3, 1] }] },
    { query: { a: { $not: { $gt: 5 } } }, yes: [{ a: 5 }, {}, { a: 'x' }], no: [{ a: [1, 6] }] },
    { query: { a: { $not: regex('^x') } }, yes: [{ a: 'yx' }, {}, { a: 1 }], no: [{ a: 'xy' }] },
    { query: { $nor: [{ a: 1 }, { b: 1 }] }, yes: [{}, { a: 2 }], no: [{ b: 1 }] },
  ],
  'lists and logic': [
    { query: { a: { $in: [1, 'x'] } }, yes: [{ a: 1 }, { a: ['x'] }], no: [{ a: 2 }] },
    { query: { a: { $in: [] } }, no: [{}, { a: 1 }] },
    { query: { a: { $in: [[1]] } }, yes: [{ a: [1] }, { a: [[1]] }], no: [{ a: 1 }] },
    { query: { a: { $in: [regex('^x')] } }, yes: [{ a: 'xy' }], no: [{ a: 'yx' }] },
    { query: { $or: [{ a: 1 }, { b: 1 }] }, yes: [{ a: 1 }, { b: 1 }], no: [{}] },
    { query: { $and: [{ a: { $gt: 1 } }, { a: { $lt: 3 } }] }, yes: [{ a: 2 }], no: [{ a: 3 }] },
  ],
  'regular expressions match strings only': [
    {
      query: { a: regex('^x') },
      yes: [{ a: 'xy' }, { a: ['a', 'x'] }, { a: regex('^x') }],
      no: [{ a: 1 }],
    },
    { query: { a: { $regex: 'AB', $options: 'i' } }, yes: [{ a: 'xaby' }], no: [{ a: 'ba' }] },
    { query: { a: { $regex: regex('AB', 'i') } }, yes: [{ a: 'ab' }] },
    { query: { a: { $regex: '.*访' } }, yes: [{ a: '家访' }], no: [{ a: '面谈' }] },
    { query: { a: { $regex: '^.$' } }, yes: [{ a: '😀' }] },
    { query: { a: { $regex: 'a\\-b' } }, yes: [{ a: 'a-b' }] },
    { query: { a: { $regex: 'a b # c', $options: 'x' } }, yes: [{ a: 'ab' }], no: [{ a: 'a b' }] },
    { query: { a: { $regex: '(?i)ab' } }, yes: [{ a: 'AB' }] },
    { query: { a: { $regex: 'b.d', $options: 's' } }, yes: [{ a: 'b\nd' }] },
    { query: { a: { $regex: '^b', $options: 'm' } }, yes: [{ a: 'a\nb' }] },
  ],
  'fields and their types': [
    { query: { a: { $exists: true } }, yes: [{ a: null }, { a: [] }], no: [{}] },
    { query: { a: { $exists: false } }, yes: [{}], no: [{ a: null }] },
    {
      query: { 'a.b': { $exists: true } },
      yes: [{ a: [{ b: 1 }] }],
      no: [{ a: [1] }, { a: { c: 1 } }],
    },
    { query: { 'a.b': { $exists: false } }, yes: [{ a: [1] }, { a: 1 }], no: [{ a: { b: null } }] },
    { query: { a: { $type: 'string' } }, yes: [{ a: 'x' }, { a: [1, 'x'] }], no: [{ a: 1 }] },
    { query: { a: { $type: 'array' } }, yes: [{ a: [1] }], no: [{ a: 1 }] },
    { query: { a: { $type: 'number' } }, yes: [{ a: 1.5 }, { a: 1 }], no: [{ a: 'x' }] },
    {
      query: { a: { $type: [9, 'bool'] } },
      yes: [{ a: new Date(0) }, { a: true }],
      no: [{ a: 1 }],
    },
    { query: { a: { $type: 10 } }, yes: [{ a: null }], no: [{}] },
    {
      query: { a: { $mod: [4, 1] } },
      yes: [{ a: 5 }, { a: 5.7 }, { a: [5] }],
      no: [{ a: null }, { a: true }, { a: new Date(1) }, { a: 'x' }],
    },
    { query: { a: { $mod: [4, -1] } }, yes: [{ a: -5 }], no: [{ a: 3 }] },
  ],
  arrays: [
    {
      query: { a: { $size: 2 } },
      yes: [{ a: [1, 2] }],
      no: [{ a: [1] }, { a: 2 }, {}, { a: [[1, 2]] }],
    },
    { query: { a: { $size: 0 } }, yes: [{ a: [] }], no: [{}] },
    { query: { a: { $all: [1, 2] } }, yes: [{ a: [2, 3, 1] }], no: [{ a: [1] }, { a: 1 }] },
    { query: { a: { $all: [1] } }, yes: [{ a: 1 }, { a: [1] }] },
    { query: { a: { $all: [] } }, no: [{ a: [] }, { a: [1] }] },
    { query: { a: { $all: [[1]] } }, yes: [{ a: [[1], 2] }, { a: [1] }], no: [{ a: 1 }] },
    {
      query: { a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 2 } }] } },
      yes: [{ a: [{ b: 2 }, { b: 1 }] }],
      no: [{ a: [{ b: 1 }] }],
    },
    {
      query: { a: { $elemMatch: { $gt: 1, $lt: 5 } } },
      yes: [{ a: [0, 3] }],
      no: [{ a: [0, 9] }, { a: 3 }],
    },
    {
      query: { a: { $elemMatch: { b: 1, c: 2 } } },
      yes: [{ a: [{ b: 1, c: 2 }] }],
      no: [{ a: [{ b: 1 }, { c: 2 }] }, { a: { b: 1, c: 2 } }],
    },
    { query: { a: { $elemMatch: { b: null } } }, yes: [{ a: [{}] }], no: [{ a: [1] }] },
    {
      query: { a: { $elemMatch: { $or: [{ b: 1 }, { b: 2 }] } } },
      yes: [{ a: [{ b: 2 }] }],
      no: [{ a: [{ b: 3 }] }],
    },
    { query: { a: { $elemMatch: { $ne: 1 } } }, yes: [{ a: [1, 2] }], no: [{ a: [1] }, { a: [] }] },
    { query: { a: { $not: { $elemMatch: { $gt: 5 } } } }, yes: [{ a: [1] }, {}], no: [{ a: [6] }] },
    { query: { 'a.0': 1 }, yes: [{ a: [1, 2] }, { a: { 0: 1 } }], no: [{ a: [2, 1] }] },
    { query: { 'a.1.b': 2 }, yes: [{ a: [{}, { b: 2 }] }], no: [{ a: [{ b: 2 }] }] },
  ],
  expressions: [
    {
      query: { $expr: { $gt: ['$spent', '$budget'] } },
      yes: [{ spent: 2, budget: 1 }],
      no: [{ spent: 1, budget: 2 }],
    },
    { query: { $expr: { $eq: ['$a', null] } }, yes: [{ a: null }], no: [{}] },
  ],
};

describe.each(Object.entries(cases))('%s', (_title, rows) => {
  test.each(
    rows.flatMap(({ query, yes = [], no = [] }) => [
      ...yes.map((doc) => [query, 'matches', doc] as const),
      ...no.map((doc) => [query, 'passes over', doc] as const),
    ]),
  )('%j %s %j', (query, verb, doc) => {
    expect(compileQuery(query)(doc)).toBe(verb === 'matches');
  });
});

test.each<[Doc, string]>([
  [{ $foo: 1 }, 'unknown top level operator: $foo'],
  [{ $not: { a: 1 } }, 'unknown top level operator: $not'],
  [{ $where: 'true' }, 'the local cloud does not have $where'],
  [{ a: { $foo: 1 } }, 'unknown operator: $foo'],
  [{ a: { $gt: 1, b: 2 } }, 'unknown operator: b'],
  [{ $or: [] }, '$and/$or/$nor must be a nonempty array'],
  [{ $and: { a: 1 } }, '$and must be an array'],
  [{ $or: [1] }, '$or/$and/$nor entries need to be full objects'],
  [{ a: { $in: 1 } }, '$in needs an array'],
  [{ a: { $nin: {} } }, '$nin needs an array'],
  [{ a: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'],
  [{ a: { $all: 1 } }, '$all needs an array'],
  [{ a: { $size: 'x' } }, '$size needs a number'],
  [{ a: { $size: 1.5 } }, '$size must be a whole number'],
  [{ a: { $size: -1 } }, '$size may not be negative'],
  [{ a: { $elemMatch: 1 } }, '$elemMatch needs an Object'],
  [{ a: { $mod: [1] } }, 'malformed mod, not enough elements'],
  [{ a: { $mod: [1, 2, 3] } }, 'malformed mod, too many elements'],
  [{ a: { $mod: [0, 1] } }, 'divisor cannot be 0'],
  [{ a: { $mod: ['x', 1] } }, 'divisor not a number'],
  [{ a: { $type: 'text' } }, 'Unknown type name alias: text'],
  [{ a: { $type: 99 } }, 'Invalid numerical type code: 99'],
  [{ a: { $not: 1 } }, '$not needs a regex or a document'],
  [{ a: { $not: {} } }, '$not cannot be empty'],
  [{ a: { $regex: 1 } }, '$regex has to be a string'],
  [{ a: { $regex: '(' } }, 'Regular expression is invalid'],
  [{ a: { $options: 'i' } }, '$options needs a $regex'],
  [{ a: { $regex: 'x', $options: 'g' } }, 'invalid flag in regex options: g'],
  [{ a: { $ne: regex('x') } }, "Can't have regex as arg to $ne"],
  [{ a: { $gt: regex('x') } }, "Can't have RegEx as arg to predicate"],
  [{ $expr: { $foo: 1 } }, "Unrecognized expression '$foo'"],
])('%j is refused: %s', (query, message) => {
  expect(() => compileQuery(query)).toThrow(
    expect.objectContaining({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(message),
    }),
  );
});
