/**
 * Geometry on the sphere, for points, lines and polygons in degrees [longitude, latitude]. Edges are
 * geodesics; distances are metres on MongoDB's sphere.
 */
export type Position = readonly [longitude: number, latitude: number];
type Vector = readonly [number, number, number];

/** MongoDB's radius of the earth, metres. */
export const EARTH_RADIUS = 6_378_100;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in radians. */
export function arc(a: Position, b: Position): number {
  const height = Math.sin(radians(b[1] - a[1]) / 2) ** 2;
  const width = Math.sin(radians(b[0] - a[0]) / 2) ** 2;
  const chord = height + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * width;
  return 2 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

export const metres = (a: Position, b: Position): number => arc(a, b) * EARTH_RADIUS;

function vector([longitude, latitude]: Position): Vector {
  const ring = Math.cos(radians(latitude));
  return [
    ring * Math.cos(radians(longitude)),
    ring * Math.sin(radians(longitude)),
    Math.sin(radians(latitude)),
  ];
}

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const sum = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** On the unit sphere this is a tenth of a millimetre on the ground. */
const TOLERANCE = 1e-11;

export const samePosition = (a: Position, b: Position): boolean => arc(a, b) < TOLERANCE;

/** The edges of a line or ring. */
export const edges = (line: readonly Position[]): [Position, Position][] =>
  line.slice(1).map((end, at) => [line[at] as Position, end]);

export function isOnEdge(point: Position, [from, to]: [Position, Position]): boolean {
  return Math.abs(arc(from, point) + arc(point, to) - arc(from, to)) < TOLERANCE;
}

/** Whether two geodesic edges share a point. */
export function edgesMeet(a: [Position, Position], b: [Position, Position]): boolean {
  if (a.some((end) => isOnEdge(end, b)) || b.some((end) => isOnEdge(end, a))) return true;
  const [a0, a1, b0, b1] = [vector(a[0]), vector(a[1]), vector(b[0]), vector(b[1])];
  const planeA = cross(a0, a1);
  const planeB = cross(b0, b1);
  const crossesA = dot(planeB, a0) * dot(planeB, a1) < 0;
  const crossesB = dot(planeA, b0) * dot(planeA, b1) < 0;
  if (!crossesA || !crossesB) return false;
  // The planes also cross on the far side of the earth: the edges must meet on the same side.
  return dot(sum(a0, a1), sum(b0, b1)) > 0;
}

/** The bearing from one point to another, radians. */
function bearing(from: Position, to: Position): number {
  const turn = radians(to[0] - from[0]);
  const y = Math.sin(turn) * Math.cos(radians(to[1]));
  const x =
    Math.cos(radians(from[1])) * Math.sin(radians(to[1])) -
    Math.sin(radians(from[1])) * Math.cos(radians(to[1])) * Math.cos(turn);
  return Math.atan2(y, x);
}

/** Whether the ring, seen from the point, runs once around it. For rings within a hemisphere. */
function isInRing(point: Position, ring: readonly Position[]): boolean {
  let turned = 0;
  for (const [from, to] of edges(ring)) {
    const turn = bearing(point, to) - bearing(point, from);
    turned += turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn;
  }
  return Math.abs(turned) > Math.PI;
}

/** A closed outer ring, then holes. A point on the border is inside. */
export function isInPolygon(point: Position, polygon: readonly (readonly Position[])[]): boolean {
  const isOnBorder = polygon.some((ring) => edges(ring).some((edge) => isOnEdge(point, edge)));
  if (isOnBorder) return true;
  const [outer, ...holes] = polygon;
  return (
    outer !== undefined && isInRing(point, outer) && !holes.some((hole) => isInRing(point, hole))
  );
}
