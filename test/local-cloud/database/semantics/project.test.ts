import { project } from '../../../../local-cloud/database/semantics/project';
import type { Doc } from '../../../../local-cloud/database/semantics/value';

const student: Doc = {
  _id: 1,
  name: '李小禾',
  home: { town: '北镇', street: { name: '一' } },
  scores: [
    { week: 1, mark: 80 },
    { week: 2, mark: 90 },
    { week: 3, mark: 90 },
  ],
  tags: ['a', 'b', 'c', 'd'],
};

test.each<[Doc, Doc]>([
  [{}, student],
  [{ name: 1 }, { _id: 1, name: '李小禾' }],
  [{ name: true }, { _id: 1, name: '李小禾' }],
  [{ name: 1, _id: 0 }, { name: '李小禾' }],
  [{ _id: 1 }, { _id: 1 }],
  [{ nothing: 1 }, { _id: 1 }],
  [
    { scores: 0, tags: 0, home: 0 },
    { _id: 1, name: '李小禾' },
  ],
  [{ _id: 0, scores: 0, tags: 0, home: 0 }, { name: '李小禾' }],
  [{ 'home.town': 1 }, { _id: 1, home: { town: '北镇' } }],
  [{ home: { town: 1 } }, { _id: 1, home: { town: '北镇' } }],
  [{ 'home.town.x': 1 }, { _id: 1, home: {} }],
  [{ 'scores.mark': 1 }, { _id: 1, scores: [{ mark: 80 }, { mark: 90 }, { mark: 90 }] }],
  [{ 'tags.x': 1 }, { _id: 1, tags: [] }],
  [
    { 'scores.mark': 0, 'home.street': 0, tags: 0 },
    {
      _id: 1,
      name: '李小禾',
      home: { town: '北镇' },
      scores: [{ week: 1 }, { week: 2 }, { week: 3 }],
    },
  ],
  [
    { tags: { $slice: 2 }, name: 1 },
    { _id: 1, name: '李小禾', tags: ['a', 'b'] },
  ],
  [
    { tags: { $slice: -1 }, name: 1 },
    { _id: 1, name: '李小禾', tags: ['d'] },
  ],
  [
    { tags: { $slice: [1, 2] }, name: 1 },
    { _id: 1, name: '李小禾', tags: ['b', 'c'] },
  ],
  [
    { tags: { $slice: [-3, 2] }, name: 1 },
    { _id: 1, name: '李小禾', tags: ['b', 'c'] },
  ],
  [
    { tags: { $slice: 1 }, home: 0, scores: 0 },
    { _id: 1, name: '李小禾', tags: ['a'] },
  ],
  [{ scores: { $elemMatch: { mark: 90 } } }, { _id: 1, scores: [{ week: 2, mark: 90 }] }],
  [
    { scores: { $elemMatch: { mark: 1 } }, name: 1 },
    { _id: 1, name: '李小禾' },
  ],
  [{ tags: { $elemMatch: { $gt: 'b' } } }, { _id: 1, tags: ['c'] }],
])('%j lets %j through', (projection, visible) => {
  expect(project(student, projection)).toEqual(visible);
});

test('$slice alone keeps every other field', () => {
  expect(project(student, { tags: { $slice: 1 } })).toEqual({ ...student, tags: ['a'] });
});

test('fields keep the order of the document', () => {
  expect(Object.keys(project(student, { tags: 1, name: 1 }))).toEqual(['_id', 'name', 'tags']);
});

test.each<[Doc, string]>([
  [{ name: 1, tags: 0 }, 'Cannot do exclusion on field tags in inclusion projection'],
  [{ name: 0, tags: 1 }, 'Cannot do inclusion on field tags in exclusion projection'],
  [{ home: 1, 'home.town': 1 }, 'Path collision at home.town remaining portion town'],
  [{ 'home.town': 1, home: 1 }, 'Path collision at home'],
  [{ tags: { $foo: 1 } }, 'Unsupported projection option: tags: { $foo: 1 }'],
  [{ tags: { $slice: 'x' } }, '$slice only supports numbers'],
  [{ tags: { $elemMatch: 1 } }, 'elemMatch: Invalid argument, object required'],
])('%j is refused: %s', (projection, message) => {
  expect(() => project(student, projection)).toThrow(
    expect.objectContaining({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(message),
    }),
  );
});
