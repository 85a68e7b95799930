import { runPipeline } from '../../../../local-cloud/database/semantics/aggregate';
import { distanceOrder } from '../../../../local-cloud/database/semantics/geo-match';
import { compileQuery } from '../../../../local-cloud/database/semantics/match';
import type { Doc } from '../../../../local-cloud/database/semantics/value';

const point = (longitude: number, latitude: number): Doc => ({
  type: 'Point',
  coordinates: [longitude, latitude],
});
const line = (...coordinates: number[][]): Doc => ({ type: 'LineString', coordinates });
const square = (low: number, high: number): Doc => ({
  type: 'Polygon',
  coordinates: [
    [
      [low, low],
      [high, low],
      [high, high],
      [low, high],
      [low, low],
    ],
  ],
});
const holed: Doc = {
  type: 'Polygon',
  coordinates: [
    ...(square(0, 10).coordinates as number[][][]),
    ...(square(4, 6).coordinates as number[][][]),
  ],
};

const homes: Doc[] = [
  { _id: 'far', at: point(1, 0) },
  { _id: 'near', at: point(0.001, 0) },
  { _id: 'here', at: point(0, 0) },
  { _id: 'nowhere' },
];
const idsOf = (query: Doc): unknown[] => homes.filter(compileQuery(query)).map((home) => home._id);

test('a degree along the equator is 111,319 metres', () => {
  const query = (max: number): Doc => ({
    at: { $nearSphere: { $geometry: point(0, 0), $maxDistance: max } },
  });
  expect(idsOf(query(111_318))).toEqual(['near', 'here']);
  expect(idsOf(query(111_320))).toEqual(['far', 'near', 'here']);
});

test('a near query has a least distance and gives the nearest first', () => {
  const query: Doc = { at: { $nearSphere: { $geometry: point(0, 0), $minDistance: 50 } } };
  expect(idsOf(query)).toEqual(['far', 'near']);
  expect(
    homes
      .filter(compileQuery(query))
      .sort(distanceOrder(query))
      .map((home) => home._id),
  ).toEqual(['near', 'far']);
  expect(distanceOrder({ at: 1 })).toBeUndefined();
});

test.each<[string, Doc, Doc, boolean]>([
  ['a point in a polygon', { $geoWithin: { $geometry: square(0, 2) } }, point(1, 1), true],
  ['a point outside', { $geoWithin: { $geometry: square(0, 2) } }, point(3, 1), false],
  ['a point in a hole', { $geoWithin: { $geometry: holed } }, point(5, 5), false],
  ['a point beside the hole', { $geoWithin: { $geometry: holed } }, point(2, 2), true],
  ['a line that leaves', { $geoWithin: { $geometry: square(0, 2) } }, line([1, 1], [3, 1]), false],
  ['a line across the hole', { $geoWithin: { $geometry: holed } }, line([2, 5], [8, 5]), false],
  [
    'a point in a circle of radians',
    { $geoWithin: { $centerSphere: [[0, 0], 0.02] } },
    point(1, 0),
    true,
  ],
  [
    'a point outside the circle',
    { $geoWithin: { $centerSphere: [[0, 0], 0.01] } },
    point(1, 0),
    false,
  ],
  [
    'lines that cross',
    { $geoIntersects: { $geometry: line([0, 0], [2, 2]) } },
    line([0, 2], [2, 0]),
    true,
  ],
  [
    'lines that do not',
    { $geoIntersects: { $geometry: line([0, 0], [2, 2]) } },
    line([3, 0], [5, 2]),
    false,
  ],
  [
    'lines on opposite sides of the earth',
    { $geoIntersects: { $geometry: line([0, -1], [0, 1]) } },
    line([179, 0], [-179, 0]),
    false,
  ],
  [
    'a line through a polygon',
    { $geoIntersects: { $geometry: square(0, 2) } },
    line([-1, 1], [3, 1]),
    true,
  ],
  ['a point on a line', { $geoIntersects: { $geometry: line([0, 0], [2, 0]) } }, point(1, 0), true],
  ['a polygon around a point', { $geoIntersects: { $geometry: point(1, 1) } }, square(0, 2), true],
])('%s', (_what, condition, place, isFound) => {
  expect(compileQuery({ at: condition })({ at: place })).toBe(isFound);
});

test('a value that is no place is not found', () => {
  expect(compileQuery({ at: { $geoWithin: { $geometry: square(0, 2) } } })({ at: 'here' })).toBe(
    false,
  );
});

test('$geoNear adds the distance and the place, the nearest first', () => {
  const found = runPipeline(
    homes,
    [
      {
        stageKey: '$geoNear',
        stageValue: {
          near: point(0, 0),
          distanceField: 'way.metres',
          key: 'at',
          includeLocs: 'way.place',
          query: { _id: { $ne: 'here' } },
          spherical: true,
        },
      },
    ],
    { now: 0, find: () => [] },
  );
  expect(found.map((home) => home._id)).toEqual(['near', 'far']);
  expect(found[0]?.way).toEqual({ metres: expect.closeTo(111.32, 1), place: point(0.001, 0) });
});

test.each<[Doc, string]>([
  [
    { at: { $geoWithin: { $geometry: point(0, 0) } } },
    '$geoWithin not supported with provided geometry',
  ],
  [{ at: { $geoIntersects: { $geometry: { type: 'Blob' } } } }, 'unknown GeoJSON type'],
  [{ at: { $nearSphere: { $geometry: point(999, 0) } } }, 'longitude/latitude is out of bounds'],
])('%j is refused: %s', (query, message) => {
  expect(() => compileQuery(query)).toThrow(message);
});
