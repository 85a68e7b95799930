/** The geo operators of queries: `$near`, `$nearSphere`, `$geoWithin`, `$geoIntersects`. */
import { type Condition, onWhole } from './condition';
import { failure } from './failure';
import {
  arc,
  EARTH_RADIUS,
  edges,
  edgesMeet,
  isInPolygon,
  isOnEdge,
  metres,
  type Position,
  samePosition,
} from './geometry';
import { leavesAt } from './path';
import { type Doc, isDoc, isNumeric, type Maybe, type Value } from './value';

/** A shape taken apart: lone points, lines, and polygons as closed rings. */
interface Shape {
  points: Position[];
  lines: Position[][];
  polygons: Position[][][];
}

function position(value: Maybe): Position {
  const [longitude, latitude] = Array.isArray(value) ? value : [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') {
    throw failure('Point must be an array or object');
  }
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    throw failure('longitude/latitude is out of bounds');
  }
  return [longitude, latitude];
}

const items = (value: Maybe): Value[] => {
  if (!Array.isArray(value)) throw failure('GeoJSON coordinates must be an array of coordinates');
  return value;
};
const line = (value: Maybe): Position[] => items(value).map(position);
const polygon = (value: Maybe): Position[][] => items(value).map(line);

const readers: Readonly<Record<string, (coordinates: Maybe) => Partial<Shape>>> = {
  Point: (coordinates) => ({ points: [position(coordinates)] }),
  MultiPoint: (coordinates) => ({ points: line(coordinates) }),
  LineString: (coordinates) => ({ lines: [line(coordinates)] }),
  MultiLineString: (coordinates) => ({ lines: items(coordinates).map(line) }),
  Polygon: (coordinates) => ({ polygons: [polygon(coordinates)] }),
  MultiPolygon: (coordinates) => ({ polygons: items(coordinates).map(polygon) }),
};

/** Reads GeoJSON, or a legacy pair `[longitude, latitude]`. @throws DatabaseError otherwise. */
function shapeOf(value: Maybe): Shape {
  const empty: Shape = { points: [], lines: [], polygons: [] };
  if (Array.isArray(value)) return { ...empty, points: [position(value)] };
  const read = isDoc(value) && typeof value.type === 'string' ? readers[value.type] : undefined;
  if (!read || !isDoc(value)) throw failure('unknown GeoJSON type');
  return { ...empty, ...read(value.coordinates) };
}

/** The shape stored in a field; a value that is none is simply not found by a geo query. */
function storedShape(value: Maybe): Shape | undefined {
  try {
    return shapeOf(value);
  } catch {
    return undefined;
  }
}

/** The point stored in a field, if it is one. */
function storedPoint(value: Maybe): Position | undefined {
  return storedShape(value)?.points[0];
}

const verticesOf = (shape: Shape): Position[] => [
  ...shape.points,
  ...shape.lines.flat(),
  ...shape.polygons.flat(2),
];
const edgesOf = (shape: Shape): [Position, Position][] =>
  [...shape.lines, ...shape.polygons.flat()].flatMap(edges);

const covers = (shape: Shape, point: Position): boolean =>
  shape.points.some((own) => samePosition(own, point)) ||
  edgesOf(shape).some((edge) => isOnEdge(point, edge)) ||
  shape.polygons.some((rings) => isInPolygon(point, rings));

function intersect(a: Shape, b: Shape): boolean {
  return (
    verticesOf(a).some((point) => covers(b, point)) ||
    verticesOf(b).some((point) => covers(a, point)) ||
    edgesOf(a).some((edge) => edgesOf(b).some((other) => edgesMeet(edge, other)))
  );
}

/** Every corner inside, and no edge leaving through the border between two corners. */
function isWithin(inner: Shape, outer: Shape): boolean {
  const middles = edgesOf(inner).map(
    ([from, to]): Position => [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2],
  );
  return [...verticesOf(inner), ...middles].every((point) =>
    outer.polygons.some((rings) => isInPolygon(point, rings)),
  );
}

function operandDoc(operator: string, operand: Value): Doc {
  if (!isDoc(operand)) throw failure(`geo query doesn't support ${operator} with this operand`);
  return operand;
}

export function geoWithin(operand: Value): Condition {
  const query = operandDoc('$geoWithin', operand);
  if (query.$centerSphere !== undefined) {
    const [centre, radius] = items(query.$centerSphere);
    const middle = position(centre);
    if (!isNumeric(radius)) throw failure('radius must be a non-negative number');
    return onWhole((value) => {
      const shape = storedShape(value);
      return (
        shape !== undefined && verticesOf(shape).every((at) => arc(at, middle) <= Number(radius))
      );
    });
  }
  if (query.$geometry === undefined)
    throw failure(`unknown geo specifier: ${Object.keys(query)[0]}`);
  const outer = shapeOf(query.$geometry);
  if (outer.polygons.length === 0) {
    throw failure('$geoWithin not supported with provided geometry');
  }
  return onWhole((value) => {
    const shape = storedShape(value);
    return shape !== undefined && isWithin(shape, outer);
  });
}

export function geoIntersects(operand: Value): Condition {
  const query = operandDoc('$geoIntersects', operand);
  const other = shapeOf(query.$geometry);
  return onWhole((value) => {
    const shape = storedShape(value);
    return shape !== undefined && intersect(shape, other);
  });
}

interface Near {
  centre: Position;
  /** Metres. */
  min: number;
  max: number;
}

function nearOf(operator: string, operand: Value, siblings: Doc): Near {
  const isGeoJson = isDoc(operand) && operand.$geometry !== undefined;
  const limits = isGeoJson ? operandDoc(operator, operand) : siblings;
  const [centre] = shapeOf(isGeoJson ? limits.$geometry : operand).points;
  if (!centre) throw failure(`${operator} requires a point`);
  // Beside GeoJSON the limits are metres; beside a legacy pair they are radians.
  const unit = isGeoJson ? 1 : EARTH_RADIUS;
  const limit = (name: string, otherwise: number): number => {
    const given = limits[name];
    if (given === undefined || given === null) return otherwise;
    if (!isNumeric(given) || Number(given) < 0)
      throw failure(`${name} must be a non-negative number`);
    return Number(given) * unit;
  };
  return { centre, min: limit('$minDistance', 0), max: limit('$maxDistance', Infinity) };
}

/** Only the limits: which comes first is the reader's business (`distanceOrder`). */
export function geoNear(operator: string, operand: Value, siblings: Doc): Condition {
  const { centre, min, max } = nearOf(operator, operand, siblings);
  return onWhole((value) => {
    const point = storedPoint(value);
    if (!point) return false;
    const distance = metres(point, centre);
    return distance >= min && distance <= max;
  });
}

/** The distance in metres from the nearest point that the document has at the path. */
export function distanceAt(doc: Doc, path: string, centre: Position): number {
  const points = leavesAt(doc, path, 'whole').map(storedPoint);
  return Math.min(...points.map((point) => (point ? metres(point, centre) : Infinity)));
}

export const centreOf = (near: Maybe): Position => {
  const [centre] = shapeOf(near).points;
  if (!centre) throw failure('$geoNear requires a point');
  return centre;
};

/**
 * The order in which a query with `$near` or `$nearSphere` gives its documents, the nearest first;
 * undefined for every other query.
 */
export function distanceOrder(query: Doc): ((a: Doc, b: Doc) => number) | undefined {
  for (const [path, operand] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(operand)) {
      const inner = operand.filter(isDoc).map(distanceOrder).find(Boolean);
      if (inner) return inner;
    }
    if (!isDoc(operand)) continue;
    const operator = ['$nearSphere', '$near'].find((name) => operand[name] !== undefined);
    if (!operator) continue;
    const { centre } = nearOf(operator, operand[operator] as Value, operand);
    return (a, b) => distanceAt(a, path, centre) - distanceAt(b, path, centre);
  }
  return undefined;
}
