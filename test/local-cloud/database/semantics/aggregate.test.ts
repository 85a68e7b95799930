import { runPipeline } from '../../../../local-cloud/database/semantics/aggregate';
import { compileQuery } from '../../../../local-cloud/database/semantics/match';
import type { PipelineQuestion } from '../../../../local-cloud/database/semantics/pipeline/stage';
import type { Doc, Value } from '../../../../local-cloud/database/semantics/value';

const collections: Record<string, Doc[]> = {
  classes: [
    { _id: 'c1', name: '一班', rooms: ['A', 'B'] },
    { _id: 'c2', name: '二班', rooms: ['C'] },
    { _id: 'c3', name: '三班' },
  ],
};
const asked: [collection: string, question: PipelineQuestion][] = [];
const world = {
  now: 1700000000000,
  find(collection: string, question: PipelineQuestion): Doc[] {
    asked.push([collection, question]);
    return (collections[collection] ?? []).filter(compileQuery(question.query));
  },
};
beforeEach(() => {
  asked.length = 0;
});

const run = (docs: Doc[], ...stages: Doc[]): Doc[] =>
  runPipeline(
    docs,
    stages.map((stage) => {
      const [stageKey, stageValue] = Object.entries(stage)[0] as [string, Value];
      return { stageKey, stageValue };
    }),
    world,
  );

const marks: Doc[] = [
  { _id: 1, class: 'c1', mark: 80, tags: ['x', 'y'] },
  { _id: 2, class: 'c2', mark: 60, tags: [] },
  { _id: 3, class: 'c1', mark: 90 },
  { _id: 4, class: 'c2', mark: null, tags: null },
  { _id: 5, mark: 70, tags: 'z' },
];
const ids = (docs: Doc[]): Value[] => docs.map((doc) => doc._id as Value);

describe('choosing and ordering', () => {
  test('$match takes a query, $$NOW included', () => {
    expect(ids(run(marks, { $match: { class: 'c1', mark: { $gt: 85 } } }))).toEqual([3]);
    expect(run(marks, { $match: { $expr: { $lt: ['$$NOW', 0] } } })).toEqual([]);
  });

  test('$sort, $skip and $limit follow one another', () => {
    expect(ids(run(marks, { $sort: { mark: -1 } }, { $skip: 1 }, { $limit: 2 }))).toEqual([1, 5]);
  });

  test('$sample draws distinct documents', () => {
    const drawn = ids(run(marks, { $sample: { size: 3 } }));
    expect(new Set(drawn).size).toBe(3);
    expect(ids(run(marks, { $sample: { size: 99 } })).toSorted()).toEqual([1, 2, 3, 4, 5]);
  });

  test('$count counts, and gives nothing for nothing', () => {
    expect(run(marks, { $count: 'total' })).toEqual([{ total: 5 }]);
    expect(run([], { $count: 'total' })).toEqual([]);
  });
});

describe('grouping', () => {
  test('$group gathers by key; null and missing keys are one group', () => {
    expect(
      run([...marks, { _id: 6, class: null, mark: 1 }], {
        $group: {
          _id: '$class',
          n: { $sum: 1 },
          sum: { $sum: '$mark' },
          avg: { $avg: '$mark' },
          best: { $max: '$mark' },
          least: { $min: '$mark' },
          first: { $first: '$_id' },
          last: { $last: '$_id' },
          all: { $push: '$mark' },
          set: { $addToSet: '$class' },
          tags: { $first: '$tags' },
        },
      }),
    ).toEqual([
      {
        _id: 'c1',
        n: 2,
        sum: 170,
        avg: 85,
        best: 90,
        least: 80,
        first: 1,
        last: 3,
        all: [80, 90],
        set: ['c1'],
        tags: ['x', 'y'],
      },
      {
        _id: 'c2',
        n: 2,
        sum: 60,
        avg: 60,
        best: 60,
        least: 60,
        first: 2,
        last: 4,
        all: [60, null],
        set: ['c2'],
        tags: [],
      },
      {
        _id: null,
        n: 2,
        sum: 71,
        avg: 35.5,
        best: 70,
        least: 1,
        first: 5,
        last: 6,
        all: [70, 1],
        set: [null],
        tags: 'z',
      },
    ]);
  });

  test('$group by a document of several keys, and by nothing', () => {
    expect(
      run(marks, { $group: { _id: { c: '$class', hi: { $gte: ['$mark', 80] } }, n: { $sum: 1 } } }),
    ).toEqual([
      { _id: { c: 'c1', hi: true }, n: 2 },
      { _id: { c: 'c2', hi: false }, n: 2 },
      { _id: { hi: false }, n: 1 },
    ]);
    expect(
      run(marks, { $group: { _id: null, merged: { $mergeObjects: { last: '$_id' } } } }),
    ).toEqual([{ _id: null, merged: { last: 5 } }]);
  });

  test('numbers of different widths are one key', () => {
    expect(run([{ a: 1 }, { a: 1n }], { $group: { _id: '$a', n: { $sum: 1 } } })).toEqual([
      { _id: 1, n: 2 },
    ]);
  });

  test('$sortByCount puts the largest group first', () => {
    expect(run(marks, { $unwind: '$tags' }, { $sortByCount: { $strLenCP: '$tags' } })).toEqual([
      { _id: 1, count: 3 },
    ]);
    expect(run([...marks, { class: 'c2' }], { $sortByCount: '$class' })[0]).toEqual({
      _id: 'c2',
      count: 3,
    });
  });

  test('$bucket sorts into boundaries, the rest into the default', () => {
    const stage = {
      $bucket: {
        groupBy: '$mark',
        boundaries: [60, 80, 100],
        default: 'other',
        output: { ids: { $push: '$_id' } },
      },
    };
    expect(run(marks, stage)).toEqual([
      { _id: 60, ids: [2, 5] },
      { _id: 80, ids: [1, 3] },
      { _id: 'other', ids: [4] },
    ]);
  });

  test('$bucketAuto makes buckets of about one size and never parts equals', () => {
    const docs = [1, 1, 1, 2, 3, 4].map((n) => ({ n }));
    expect(run(docs, { $bucketAuto: { groupBy: '$n', buckets: 3 } })).toEqual([
      { _id: { min: 1, max: 2 }, count: 3 },
      { _id: { min: 2, max: 4 }, count: 2 },
      { _id: { min: 4, max: 4 }, count: 1 },
    ]);
  });
});

describe('reshaping', () => {
  const doc: Doc = { _id: 1, a: 1, b: { c: 2, d: 3 }, list: [{ n: 1, m: 2 }, { n: 3 }, 5] };

  test.each<[Doc, Doc]>([
    [{ a: 1 }, { _id: 1, a: 1 }],
    [{ _id: 0, a: 1 }, { a: 1 }],
    [
      { list: 0, b: 0 },
      { _id: 1, a: 1 },
    ],
    [{ 'b.c': 1 }, { _id: 1, b: { c: 2 } }],
    [{ b: { c: 1 } }, { _id: 1, b: { c: 2 } }],
    [{ list: { n: 1 } }, { _id: 1, list: [{ n: 1 }, { n: 3 }] }],
    [
      { x: '$b.c', y: { $add: ['$a', 1] } },
      { _id: 1, x: 2, y: 2 },
    ],
    [
      { _id: '$a', x: 'text' },
      { _id: 1, x: 'text' },
    ],
    [
      { x: '$nothing', a: 1 },
      { _id: 1, a: 1 },
    ],
    [{ 'b.x': '$a' }, { _id: 1, b: { x: 1 } }],
    [{ b: { c: 1, x: '$a' } }, { _id: 1, b: { c: 2, x: 1 } }],
    [{ x: ['$a', '$nothing'] }, { _id: 1, x: [1, null] }],
    [{ x: { y: '$a' } }, { _id: 1, x: { y: 1 } }],
  ])('$project %j gives %j', (projection, result) => {
    expect(run([doc], { $project: projection })).toEqual([result]);
  });

  test.each<[Doc, Doc]>([
    [{ x: '$a' }, { ...doc, x: 1 }],
    [{ a: '$b.c' }, { ...doc, a: 2 }],
    [{ 'b.e': 5 }, { ...doc, b: { c: 2, d: 3, e: 5 } }],
    [{ 'list.z': '$a' }, { ...doc, list: [{ n: 1, m: 2, z: 1 }, { n: 3, z: 1 }, { z: 1 }] }],
    [{ a: '$$REMOVE' }, { _id: 1, b: doc.b as Value, list: doc.list as Value }],
    [{ 'p.q': 1 }, { ...doc, p: { q: 1 } }],
  ])('$addFields %j gives %j', (fields, result) => {
    expect(run([doc], { $addFields: fields })).toEqual([result]);
  });

  test('$replaceRoot lifts a document up', () => {
    expect(run([doc], { $replaceRoot: { newRoot: '$b' } })).toEqual([{ c: 2, d: 3 }]);
    expect(run([doc], { $replaceRoot: { newRoot: { $mergeObjects: ['$b', { z: 1 }] } } })).toEqual([
      { c: 2, d: 3, z: 1 },
    ]);
  });

  test('$unwind gives one document for each element, and passes over null, missing and empty', () => {
    expect(run(marks, { $unwind: '$tags' }).map((each) => [each._id, each.tags])).toEqual([
      [1, 'x'],
      [1, 'y'],
      [5, 'z'],
    ]);
  });

  test('$unwind can keep what has no elements, and number the rest', () => {
    const stage = {
      $unwind: { path: '$tags', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true },
    };
    expect(run(marks, stage, { $project: { tags: 1, at: 1 } })).toEqual([
      { _id: 1, tags: 'x', at: 0 },
      { _id: 1, tags: 'y', at: 1 },
      { _id: 2, at: null },
      { _id: 3, at: null },
      { _id: 4, tags: null, at: null },
      { _id: 5, tags: 'z', at: null },
    ]);
  });

  test('$unwind reaches into documents', () => {
    expect(run([{ a: { b: [1, 2], c: 0 } }], { $unwind: '$a.b' })).toEqual([
      { a: { b: 1, c: 0 } },
      { a: { b: 2, c: 0 } },
    ]);
  });
});

describe('$lookup', () => {
  const join = { from: 'classes', localField: 'class', foreignField: '_id', as: 'found' };

  test('joins by equality with one query that an index can serve', () => {
    const joined = run(marks, { $lookup: join });
    expect(joined.map((doc) => (doc.found as Doc[]).map((each) => each.name))).toEqual([
      ['一班'],
      ['二班'],
      ['一班'],
      ['二班'],
      [],
    ]);
    expect(asked).toEqual([['classes', { query: { _id: { $in: ['c1', 'c2', null] } } }]]);
  });

  test('joins each element of an array on either side, each document once', () => {
    const [joined] = run([{ wanted: ['B', 'C', 'A'] }], {
      $lookup: { from: 'classes', localField: 'wanted', foreignField: 'rooms', as: 'found' },
    });
    expect(ids(joined?.found as Doc[])).toEqual(['c1', 'c2']);
  });

  test('a missing local field finds a missing foreign field', () => {
    const [joined] = run([{ _id: 1 }], {
      $lookup: { from: 'classes', localField: 'room', foreignField: 'rooms', as: 'found' },
    });
    expect(ids(joined?.found as Doc[])).toEqual(['c3']);
  });

  test('joins by a pipeline, whose equality on a variable becomes a query', () => {
    const stage: Doc = {
      $lookup: {
        from: 'classes',
        let: { wanted: '$class' },
        pipeline: [
          { $match: { $expr: { $eq: ['$_id', '$$wanted'] } } },
          { $project: { _id: 0, label: { $concat: ['$name', '！'] }, by: '$$wanted' } },
        ],
        as: 'found',
      },
    };
    expect(run(marks.slice(0, 1), stage)[0]?.found).toEqual([{ label: '一班！', by: 'c1' }]);
    expect(asked).toEqual([['classes', { query: { $and: [{}, { _id: { $eq: 'c1' } }] } }]]);
    expect(run(marks.slice(4), stage)[0]?.found).toEqual([]);
  });

  test('joins by equality and a pipeline together', () => {
    const [joined] = run(marks.slice(0, 1), {
      $lookup: { ...join, pipeline: [{ $project: { name: 1, _id: 0 } }] },
    });
    expect(joined?.found).toEqual([{ name: '一班' }]);
  });

  test('an unbound pipeline is fetched once for all documents', () => {
    run(marks, {
      $lookup: { from: 'classes', pipeline: [{ $match: { name: '一班' } }], as: 'found' },
    });
    expect(asked).toEqual([['classes', { query: { name: '一班' } }]]);
  });

  test('asks for no more than the order and the limit that its pipeline begins with', () => {
    const match: Doc = { $match: { name: { $ne: null } } };
    const pipeline: Doc[] = [match, { $sort: { name: -1 } }, { $limit: 2 }];
    const [joined] = run(marks.slice(0, 1), {
      $lookup: { from: 'classes', pipeline: [...pipeline, { $project: { name: 1 } }], as: 'found' },
    });
    expect(asked).toEqual([
      ['classes', { query: { name: { $ne: null } }, order: { name: -1 }, limit: 2 }],
    ]);
    expect(joined?.found).toHaveLength(2);
  });

  test('a pipeline inside a pipeline sees the outer variables', () => {
    const [joined] = run(marks.slice(0, 1), {
      $lookup: {
        from: 'classes',
        let: { mine: '$class' },
        pipeline: [
          { $limit: 1 },
          {
            $lookup: {
              from: 'classes',
              pipeline: [{ $match: { $expr: { $ne: ['$_id', '$$mine'] } } }],
              as: 'others',
            },
          },
        ],
        as: 'found',
      },
    });
    expect(joined?.found).toMatchObject([{ others: [{ _id: 'c2' }, { _id: 'c3' }] }]);
  });
});

test.each<[Doc, string]>([
  [{ $foo: {} }, "Unrecognized pipeline stage name: '$foo'"],
  [{ $facet: {} }, "Unrecognized pipeline stage name: '$facet'"],
  [{ $match: 5 }, 'the match filter must be an expression in an object'],
  [{ $sort: {} }, '$sort stage must have at least one sort key'],
  [{ $sort: { a: 2 } }, '$sort key ordering must be 1'],
  [{ $limit: 0 }, 'the limit must be positive'],
  [{ $limit: 'x' }, 'Expected an integer'],
  [{ $skip: -1 }, 'Expected a non-negative number'],
  [{ $sample: {} }, '$sample stage must specify a size'],
  [{ $count: '' }, 'the count field must be a non-empty string'],
  [{ $count: '$a' }, 'the count field cannot be a $-prefixed path'],
  [{ $group: { n: { $sum: 1 } } }, 'a group specification must include an _id'],
  [{ $group: { _id: null, n: 1 } }, "The field 'n' must be an accumulator object"],
  [{ $group: { _id: null, n: { $foo: 1 } } }, "unknown group operator '$foo'"],
  [
    { $group: { _id: null, n: { $sum: 1, $avg: 1 } } },
    "The field 'n' must specify one accumulator",
  ],
  [{ $group: { _id: null, 'a.b': { $sum: 1 } } }, "The field name 'a.b' cannot contain '.'"],
  [{ $sortByCount: 'a' }, 'must be defined as a $-prefixed path or an expression'],
  [
    { $bucket: { groupBy: '$a', boundaries: [2, 1] } },
    'elements 0 and 1 are not in sorted order (2 is not less than 1).',
  ],
  [{ $bucket: { groupBy: '$a', boundaries: [1] } }, 'must have at least 2 values'],
  [{ $bucket: { groupBy: '$a', boundaries: [1, 'x'] } }, 'must have the same type'],
  [
    { $bucket: { groupBy: '$a', boundaries: [1, 9], default: 5 } },
    "The $bucket 'default' field must be less than",
  ],
  [{ $bucket: { groupBy: '$a', boundaries: [1, 2] } }, '$switch could not find a matching branch'],
  [{ $bucketAuto: { groupBy: '$a', buckets: 0 } }, "'buckets' field must be greater than 0"],
  [{ $project: {} }, 'specification must have at least one field'],
  [{ $project: { a: 1, b: 0 } }, 'Cannot do exclusion on field b in inclusion projection'],
  [{ $project: { a: 0, b: '$a' } }, 'Cannot do inclusion on field b in exclusion projection'],
  [{ $project: { a: {} } }, 'an empty object is not a valid value'],
  [{ $addFields: { a: 1, 'a.b': 1 } }, 'Path collision at a.b remaining portion b'],
  [
    { $replaceRoot: { newRoot: '$a' } },
    'must evaluate to an object, but resulting value was: MISSING',
  ],
  [{ $unwind: 'a' }, "path option to $unwind stage should be prefixed with a '$': a"],
  [{ $unwind: { path: '$a', foo: 1 } }, 'Unrecognized option to $unwind: foo.'],
  [
    { $lookup: { from: 'x', localField: 'a', foreignField: 'b' } },
    "must specify 'as' field for a $lookup",
  ],
  [
    { $lookup: { from: 'x', localField: 'a', as: 'c' } },
    'requires both or neither of localField and foreignField',
  ],
])('%j is refused: %s', (stage, message) => {
  expect(() => run([{ _id: 1 }], stage)).toThrow(
    expect.objectContaining({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(message),
    }),
  );
});
