/** Stages that choose and order documents. */
import { sorter } from '../compare';
import { failure } from '../failure';
import { centreOf, distanceAt } from '../geo-match';
import { compileQuery } from '../match';
import { int32Of } from '../number';
import { leavesAt } from '../path';
import { compute, plant, type Tree } from '../projection-tree';
import { render } from '../render';
import { type Doc, isDoc, isNumeric, type Maybe, type Value } from '../value';
import { filtering, optionsOf, type StageCompiler, type StageTable } from './stage';

const match: StageCompiler = (operand, { variables }) => {
  if (!isDoc(operand)) throw failure('the match filter must be an expression in an object');
  return filtering(compileQuery(operand, variables));
};

const sort: StageCompiler = (operand) => {
  if (!isDoc(operand)) throw failure('the $sort key specification must be an object');
  if (Object.keys(operand).length === 0)
    throw failure('$sort stage must have at least one sort key');
  const compare = sorter(operand as Record<string, 1 | -1>);
  return (docs) => [...docs].sort(compare);
};

function wholeNumber(stage: string, operand: Value): number {
  const plain = isNumeric(operand) ? Number(operand) : Number.NaN;
  if (!Number.isInteger(plain)) {
    throw failure(
      `invalid argument to ${stage} stage: Expected an integer: ${stage}: ${render(operand)}`,
    );
  }
  if (plain < 0) {
    throw failure(
      `invalid argument to ${stage} stage: Expected a non-negative number in: ${stage}: ${plain}`,
    );
  }
  return plain;
}

const limit: StageCompiler = (operand) => {
  const most = wholeNumber('$limit', operand);
  if (most === 0) throw failure('the limit must be positive');
  return function* (docs) {
    let given = 0;
    for (const doc of docs) {
      yield doc;
      given += 1;
      if (given === most) return;
    }
  };
};

const skip: StageCompiler = (operand) => {
  const count = wholeNumber('$skip', operand);
  return function* (docs) {
    let seen = 0;
    for (const doc of docs) {
      seen += 1;
      if (seen > count) yield doc;
    }
  };
};

const sample: StageCompiler = (operand) => {
  const { size } = optionsOf('$sample', operand, ['size']);
  if (size === undefined) throw failure('$sample stage must specify a size');
  const count = int32Of(size);
  if (count === undefined || count < 0) {
    throw failure('size argument to $sample must not be negative');
  }
  return (docs) => {
    const drawn: Doc[] = [...docs];
    // The first `count` places of a Fisher-Yates shuffle.
    for (let at = 0; at < Math.min(count, drawn.length - 1); at++) {
      const other = at + Math.floor(Math.random() * (drawn.length - at));
      [drawn[at], drawn[other]] = [drawn[other] as Doc, drawn[at] as Doc];
    }
    return drawn.slice(0, count);
  };
};

const geoNearOptions = [
  'near',
  'distanceField',
  'spherical',
  'limit',
  'num',
  'minDistance',
  'maxDistance',
  'query',
  'distanceMultiplier',
  'includeLocs',
  'uniqueDocs',
  'key',
];

const numberOr = (value: Maybe, otherwise: number): number =>
  isNumeric(value) ? Number(value) : otherwise;

/** Distances in metres times `distanceMultiplier`. The field must be named: indexes are not asked. */
const geoNear: StageCompiler = (operand, { isFirst, variables }) => {
  if (!isFirst) throw failure('$geoNear is only valid as the first stage in a pipeline.');
  const options = optionsOf('$geoNear', operand, geoNearOptions);
  const { distanceField, includeLocs, key } = options;
  if (typeof distanceField !== 'string')
    throw failure("$geoNear requires a 'distanceField' option");
  if (typeof key !== 'string') {
    throw failure(
      "$geoNear needs the option 'key' here: the local cloud does not look for the geo index",
    );
  }
  const centre = centreOf(options.near);
  const [min, max] = [numberOr(options.minDistance, 0), numberOr(options.maxDistance, Infinity)];
  const multiplier = numberOr(options.distanceMultiplier, 1);
  const most = numberOr(options.limit ?? options.num, Infinity);
  const test = compileQuery(isDoc(options.query ?? null) ? (options.query as Doc) : {}, variables);
  const withField = (doc: Doc, path: string, value: Value): Doc => {
    const tree: Tree = new Map();
    plant(tree, path, { kind: 'compute', evaluate: () => value });
    return compute(doc, tree, { root: doc, variables });
  };
  return (docs) =>
    [...docs]
      .filter(test)
      .map((doc) => ({ doc, distance: distanceAt(doc, key, centre) }))
      .filter(({ distance }) => distance >= min && distance <= max && distance < Infinity)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, most)
      .map(({ doc, distance }) => {
        const found = withField(doc, distanceField, distance * multiplier);
        const place = leavesAt(doc, key, 'whole')[0];
        return typeof includeLocs === 'string' && place !== undefined
          ? withField(found, includeLocs, place)
          : found;
      });
};

export const selectStages: StageTable = {
  $match: match,
  $sort: sort,
  $limit: limit,
  $skip: skip,
  $sample: sample,
  $geoNear: geoNear,
};
