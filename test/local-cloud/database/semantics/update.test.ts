import { applyUpdate, compileUpdate } from '../../../../local-cloud/database/semantics/update';
import type { Doc } from '../../../../local-cloud/database/semantics/value';

/** The document before, the update, the document after. */
type Case = [before: Doc, update: Doc, after: Doc];

const cases: Record<string, Case[]> = {
  $set: [
    [{ a: 1 }, { $set: { a: 2, b: 3 } }, { a: 2, b: 3 }],
    [{}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    [{ a: [1, 2] }, { $set: { 'a.1': 5 } }, { a: [1, 5] }],
    [{ a: [1] }, { $set: { 'a.3': 5 } }, { a: [1, null, null, 5] }],
    [{ a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
    [{ a: { b: 1, c: 2 } }, { $set: { a: { c: 3 } } }, { a: { c: 3 } }],
    [{ a: [] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
  ],
  $unset: [
    [{ a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    [{ a: { b: 1 } }, { $unset: { 'a.b': '' } }, { a: {} }],
    [{ a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    [{ a: 1 }, { $unset: { 'x.y': '', 'a.b': '' } }, { a: 1 }],
  ],
  '$inc and $mul': [
    [{ a: 1 }, { $inc: { a: 2, b: -1 } }, { a: 3, b: -1 }],
    [{ a: 0.5 }, { $inc: { a: 1 } }, { a: 1.5 }],
    [{ a: 9007199254740992n }, { $inc: { a: 1 } }, { a: 9007199254740993n }],
    [{ a: 9007199254740991 }, { $inc: { a: 2 } }, { a: 9007199254740993n }],
    [{ a: 3 }, { $mul: { a: 2, b: 5 } }, { a: 6, b: 0 }],
  ],
  '$min and $max compare across types': [
    [{ a: 5 }, { $min: { a: 3 } }, { a: 3 }],
    [{ a: 5 }, { $min: { a: 9 } }, { a: 5 }],
    [{ a: 5 }, { $max: { a: 'x', b: 1 } }, { a: 'x', b: 1 }],
    [{ a: new Date(5) }, { $max: { a: new Date(9) } }, { a: new Date(9) }],
    [{ a: 5 }, { $min: { a: null } }, { a: null }],
  ],
  $rename: [
    [{ a: 1, b: 2 }, { $rename: { a: 'c' } }, { b: 2, c: 1 }],
    [{ a: { b: 1 } }, { $rename: { 'a.b': 'x.y' } }, { a: {}, x: { y: 1 } }],
    [{ a: 1 }, { $rename: { nothing: 'b' } }, { a: 1 }],
    [{ a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
  ],
  $push: [
    [{ a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    [{}, { $push: { a: 2 } }, { a: [2] }],
    [{ a: [1] }, { $push: { a: [2] } }, { a: [1, [2]] }],
    [{ a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    [{ a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
    [{ a: [1, 4] }, { $push: { a: { $each: [3], $position: -1 } } }, { a: [1, 3, 4] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [3], $slice: 2 } } }, { a: [1, 2] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    [{ a: [1] }, { $push: { a: { $each: [], $slice: 0 } } }, { a: [] }],
    [{ a: [1, 3] }, { $push: { a: { $each: [2], $sort: -1 } } }, { a: [3, 2, 1] }],
    [
      { a: [{ n: 3 }, { n: 1 }] },
      { $push: { a: { $each: [{ n: 2 }], $sort: { n: 1 }, $slice: 2 } } },
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    [{ a: { b: [1] } }, { $push: { 'a.b': 2 } }, { a: { b: [1, 2] } }],
  ],
  $pop: [
    [{ a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
    [{ a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
    [{ a: [] }, { $pop: { a: 1, b: 1 } }, { a: [] }],
  ],
  '$pull and $pullAll': [
    [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [{ a: [1, 5, 9] }, { $pull: { a: { $in: [1, 9] } } }, { a: [5] }],
    [{ a: [{ b: 1, c: 1 }, { b: 2 }] }, { $pull: { a: { b: 1 } } }, { a: [{ b: 2 }] }],
    [{ a: [{ b: 1 }, { b: 7 }] }, { $pull: { a: { b: { $gt: 5 } } } }, { a: [{ b: 1 }] }],
    [{ a: [[1, 2], [2]] }, { $pull: { a: [2] } }, { a: [[1, 2]] }],
    [{ a: [1, 2, 3, 2] }, { $pullAll: { a: [2, 3] } }, { a: [1] }],
    [{}, { $pull: { a: 1 }, $pullAll: { b: [1] } }, {}],
  ],
  $addToSet: [
    [{ a: [1] }, { $addToSet: { a: 1 } }, { a: [1] }],
    [{ a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
    [{}, { $addToSet: { a: { b: 1 } } }, { a: [{ b: 1 }] }],
    [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    [{ a: [1] }, { $addToSet: { a: [1] } }, { a: [1, [1]] }],
  ],
  '$bit and $currentDate': [
    [{ a: 13 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
    [{ a: 3 }, { $bit: { a: { or: 5 } } }, { a: 7 }],
    [{ a: 1 }, { $bit: { a: { xor: 5 }, b: { or: 2 } } }, { a: 4, b: 2 }],
    [{}, { $currentDate: { a: true, b: { $type: 'date' } } }, { a: new Date(42), b: new Date(42) }],
  ],
  'all elements with $[]': [
    [{ a: [1, 2] }, { $inc: { 'a.$[]': 1 } }, { a: [2, 3] }],
    [
      { a: [{ b: [1] }, { b: [2] }] },
      { $set: { 'a.$[].b.$[]': 0 } },
      { a: [{ b: [0] }, { b: [0] }] },
    ],
  ],
  'an _id that stays the same': [[{ a: 1 }, { $set: { _id: 'x' } }, { a: 1 }]],
};

describe.each(Object.entries(cases))('%s', (_title, rows) => {
  test.each(rows)('on %j, %j gives %j', (before, update, after) => {
    const doc = { _id: 'x', ...before };
    const copy = structuredClone(doc);
    expect(applyUpdate(doc, update, { nowMs: 42 })).toEqual({ _id: 'x', ...after });
    expect(doc).toEqual(copy);
  });
});

describe('the positional $', () => {
  test.each<[query: Doc, before: Doc, update: Doc, after: Doc]>([
    [{ a: 2 }, { a: [1, 2, 2] }, { $set: { 'a.$': 9 } }, { a: [1, 9, 2] }],
    [{ a: { $gte: 2 } }, { a: [1, 3] }, { $inc: { 'a.$': 1 } }, { a: [1, 4] }],
    [
      { 'a.b': 2 },
      { a: [{ b: 1 }, { b: 2 }] },
      { $set: { 'a.$.c': 1 } },
      { a: [{ b: 1 }, { b: 2, c: 1 }] },
    ],
    [
      { a: { $elemMatch: { b: 1, c: 2 } } },
      { a: [{ b: 1 }, { b: 1, c: 2 }] },
      { $set: { 'a.$.c': 3 } },
      { a: [{ b: 1 }, { b: 1, c: 3 }] },
    ],
  ])('is the first element by which %j matched %j', (query, before, update, after) => {
    expect(applyUpdate(before, update, { query })).toEqual(after);
  });

  test('needs a condition of the query on that array', () => {
    expect(() => applyUpdate({ a: [1] }, { $set: { 'a.$': 2 } }, { query: { b: 1 } })).toThrow(
      'The positional operator did not find the match needed from the query.',
    );
  });
});

test('new fields are added in the order of their names', () => {
  const updated = applyUpdate({ _id: 1 }, { $set: { c: 1, a: 1 }, $inc: { b: 1 } });
  expect(Object.keys(updated)).toEqual(['_id', 'a', 'b', 'c']);
});

test('a wrong operand is refused before any document is seen', () => {
  expect(() => compileUpdate({ $inc: { a: 'x' } })).toThrow('Cannot increment');
  expect(() => compileUpdate({ $set: { a: 1 }, $unset: { 'a.b': '' } })).toThrow('conflict');
  expect(() => compileUpdate({ $inc: { a: 1 } })).not.toThrow();
});

describe('what MongoDB refuses', () => {
  const doc: Doc = {
    _id: 'x',
    a: 'text',
    n: null,
    list: [1, 2],
    number: 5,
    max: 9223372036854775807n,
  };
  test.each<[Doc, string]>([
    [{}, 'update document must have at least one element'],
    [{ a: 1 }, 'Unknown modifier: a'],
    [{ $foo: { a: 1 } }, 'Unknown modifier: $foo'],
    [{ $set: 5 }, 'Modifiers operate on fields but we found type int instead'],
    [
      { $inc: { a: 1 } },
      'Cannot apply $inc to a value of non-numeric type. {_id: "x"} has the field \'a\' of non-numeric type string',
    ],
    [{ $inc: { n: 1 } }, "has the field 'n' of non-numeric type null"],
    [{ $inc: { number: 'x' } }, 'Cannot increment with non-numeric argument: {number: "x"}'],
    [{ $mul: { a: 2 } }, 'Cannot apply $mul to a value of non-numeric type'],
    [{ $mul: { number: null } }, 'Cannot multiply with non-numeric argument: {number: null}'],
    [
      { $inc: { max: 1 } },
      'Failed to apply $inc operations to current value ((NumberLong)9223372036854775807)',
    ],
    [{ $set: { 'a.b': 1 } }, 'Cannot create field \'b\' in element {a: "text"}'],
    [{ $set: { 'n.b': 1 } }, "Cannot create field 'b' in element {n: null}"],
    [{ $set: { 'list.b': 1 } }, "Cannot create field 'b' in element {list: [ 1, 2 ]}"],
    [{ $set: { 'list.9999999': 1 } }, "can't backfill more than 1500000 elements"],
    [{ $set: { a: 1, 'a.b': 2 } }, "Updating the path 'a.b' would create a conflict at 'a'"],
    [
      { $set: { 'a.b': 1 }, $inc: { a: 2 } },
      "Updating the path 'a' would create a conflict at 'a'",
    ],
    [{ $set: { a: 1 }, $inc: { a: 2 } }, "Updating the path 'a' would create a conflict at 'a'"],
    [{ $set: { _id: 'y' } }, "would modify the immutable field '_id'"],
    [{ $unset: { _id: '' } }, "would modify the immutable field '_id'"],
    [{ $set: { '': 1 } }, 'An empty update path is not valid.'],
    [{ $set: { 'a..b': 1 } }, 'contains an empty field name'],
    [
      { $set: { 'a.$b': 1 } },
      "The dollar ($) prefixed field '$b' in 'a.$b' is not valid for storage.",
    ],
    [
      { $set: { a: { $b: 1 } } },
      "The dollar ($) prefixed field '$b' in 'a.$b' is not valid for storage.",
    ],
    [
      { $push: { a: 1 } },
      'The field \'a\' must be an array but is of type string in document {_id: "x"}',
    ],
    [{ $push: { n: 1 } }, "The field 'n' must be an array but is of type null"],
    [
      { $push: { list: { $each: 1 } } },
      'The argument to $each in $push must be an array but it was of type: int',
    ],
    [
      { $push: { list: { $each: [], $slice: 'x' } } },
      'The value for $slice must be an integer value',
    ],
    [
      { $push: { list: { $each: [], $sort: 2 } } },
      'The $sort element value must be either 1 or -1',
    ],
    [{ $push: { list: { $each: [], $foo: 2 } } }, 'Unrecognized clause in $push: $foo'],
    [{ $pop: { a: 1 } }, "Path 'a' contains an element of non-array type 'string'"],
    [{ $pop: { list: 2 } }, '$pop expects 1 or -1, found: 2'],
    [{ $pop: { list: 'x' } }, 'Expected a number in: list: "x"'],
    [{ $pull: { a: 1 } }, 'Cannot apply $pull to a non-array value'],
    [{ $pullAll: { list: 1 } }, '$pullAll requires an array argument but was given a int'],
    [
      { $addToSet: { a: 1 } },
      "Cannot apply $addToSet to non-array field. Field named 'a' has non-array type string",
    ],
    [{ $rename: { a: 5 } }, "The 'to' field for $rename must be a string: a: 5"],
    [{ $rename: { a: 'a' } }, 'The source and target field for $rename must differ'],
    [
      { $rename: { 'list.0': 'b' } },
      "The source field cannot be an array element, 'list.0' in doc with _id: \"x\" has an array field called 'list'",
    ],
    [{ $rename: { a: 'list.0' } }, 'The destination field cannot be an array element'],
    [
      { $rename: { a: 'b' }, $set: { b: 1 } },
      "Updating the path 'b' would create a conflict at 'b'",
    ],
    [{ $bit: { a: { or: 1 } } }, 'Cannot apply $bit to a value of non-integral type'],
    [{ $bit: { number: { nand: 1 } } }, "only supports 'and', 'or', and 'xor', not 'nand'"],
    [{ $bit: { number: 1 } }, 'The $bit modifier is not compatible with a int'],
    [{ $set: { 'a.$[]': 1 } }, 'Cannot apply array updates to non-array element a: "text"'],
    [
      { $set: { 'x.$[]': 1 } },
      "The path 'x' must exist in the document in order to apply array updates.",
    ],
    [
      { $set: { 'list.$[one]': 1 } },
      "No array filter found for identifier 'one' in path 'list.$[one]'",
    ],
    [{ $currentDate: { d: 1 } }, 'is not valid type for $currentDate'],
  ])('%j: %s', (update, message) => {
    expect(() => applyUpdate(doc, update, { nowMs: 0 })).toThrow(
      expect.objectContaining({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringContaining(message),
      }),
    );
  });
});
