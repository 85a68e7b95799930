/** The query operators of one field: `{path: {$gt: 5, …}}`. One row of the table is one operator. */
import type { BSONRegExp } from 'bson';
import { compareValues, rankOf } from './compare';
import { allOf, anyOf, type Condition, negate, never, onLeaf, onWhole } from './condition';
import { failure } from './failure';
import { geoIntersects, geoNear, geoWithin } from './geo-match';
import { compilePattern, compileRegExp } from './pattern';
import {
  type Doc,
  equalValues,
  isDoc,
  isMissingOrNull,
  isNumeric,
  type Maybe,
  type TypeName,
  typeOf,
  type Value,
} from './value';

/** Compiles the query inside an `$elemMatch`: handed in, since queries are made of these operators. */
export type CompileQuery = (query: Doc) => (doc: Doc) => boolean;

type Operator = (operand: Value, siblings: Doc, compileQuery: CompileQuery) => Condition;

const isRegExp = (value: Maybe): value is RegExp | BSONRegExp => typeOf(value) === 'regex';

function equalTo(operand: Value): Condition {
  if (operand === null) return onLeaf(isMissingOrNull);
  return onLeaf((value) => equalValues(value, operand));
}

/** A regular expression matches strings, and an equal regular expression stored as a value. */
function matching(expression: RegExp, literal?: Value): Condition {
  return onLeaf(
    (value) =>
      (typeof value === 'string' && expression.test(value)) ||
      (literal !== undefined && isRegExp(value) && equalValues(value, literal)),
  );
}

/** Equality, or a match where the operand is a regular expression: `{path: operand}`, `$in`, `$all`. */
export const literal = (operand: Value): Condition =>
  isRegExp(operand) ? matching(compileRegExp(operand), operand) : equalTo(operand);

/** `$gt` and its kin compare only values of one type; null stands for a missing field as well. */
function comparing(accepts: (difference: number) => boolean): Operator {
  return (operand) => {
    if (isRegExp(operand)) throw failure("Can't have RegEx as arg to predicate over field");
    if (operand === null) return onLeaf((value) => isMissingOrNull(value) && accepts(0));
    const rank = rankOf(operand);
    const isNaNOperand = Number.isNaN(operand);
    return onLeaf((value) => {
      if (value === undefined || rankOf(value) !== rank) return false;
      if (isNaNOperand || Number.isNaN(value)) {
        return Number.isNaN(value) && isNaNOperand && accepts(0);
      }
      return accepts(compareValues(value, operand));
    });
  };
}

function list(operator: string, operand: Value): Value[] {
  if (!Array.isArray(operand)) throw failure(`${operator} needs an array`);
  return operand;
}

const isOperatorDoc = (value: Value): value is Doc =>
  isDoc(value) && Object.keys(value)[0]?.startsWith('$') === true;

function isIn(operand: Value, operator = '$in'): Condition {
  const items = list(operator, operand);
  if (items.some(isOperatorDoc)) throw failure(`cannot nest $ under ${operator}`);
  return anyOf(items.map(literal));
}

function hasAll(operand: Value, _siblings: Doc, compileQuery: CompileQuery): Condition {
  const items = list('$all', operand);
  if (items.length === 0) return never;
  const elementForms = items.filter(isOperatorDoc);
  if (elementForms.some((item) => !('$elemMatch' in item)))
    throw failure('no $ expressions in $all');
  if (elementForms.length > 0 && elementForms.length < items.length) {
    throw failure('$all/$elemMatch has to be consistent');
  }
  return allOf(
    items.map((item) =>
      isOperatorDoc(item)
        ? elementMatch(item.$elemMatch as Value, item, compileQuery)
        : literal(item),
    ),
  );
}

const logical: ReadonlySet<string> = new Set(['$and', '$or', '$nor', '$expr', '$where']);

function elementMatch(operand: Value, _siblings: Doc, compileQuery: CompileQuery): Condition {
  if (!isDoc(operand)) throw failure('$elemMatch needs an Object');
  const first = Object.keys(operand)[0];
  if (first?.startsWith('$') && !logical.has(first)) {
    const condition = compileOperators(operand, compileQuery);
    return onWhole((value) => Array.isArray(value) && value.some((item) => condition.single(item)));
  }
  const test = compileQuery(operand);
  return onWhole(
    (value) =>
      Array.isArray(value) &&
      value.some((item) =>
        Array.isArray(item)
          ? test(Object.fromEntries(Object.entries(item)))
          : isDoc(item) && test(item),
      ),
  );
}

function hasSize(operand: Value): Condition {
  if (!isNumeric(operand)) throw failure('$size needs a number');
  const size = Number(operand);
  if (!Number.isInteger(size)) throw failure('$size must be a whole number');
  if (size < 0) throw failure('$size may not be negative');
  return onWhole((value) => Array.isArray(value) && value.length === size);
}

function modulo(operand: Value): Condition {
  if (!Array.isArray(operand)) throw failure('malformed mod, needs to be an array');
  if (operand.length < 2) throw failure('malformed mod, not enough elements');
  if (operand.length > 2) throw failure('malformed mod, too many elements');
  const [divisor, remainder] = operand as [Value, Value];
  if (!isNumeric(divisor)) throw failure('malformed mod, divisor not a number');
  if (!isNumeric(remainder)) throw failure('malformed mod, remainder not a number');
  const by = Math.trunc(Number(divisor));
  if (by === 0) throw failure('divisor cannot be 0');
  const rest = Math.trunc(Number(remainder));
  return onLeaf((value) => isNumeric(value) && Math.trunc(Number(value)) % by === rest);
}

const typeCodes: Readonly<Record<string, readonly TypeName[]>> = {
  1: ['double'],
  2: ['string'],
  3: ['object'],
  4: ['array'],
  5: ['binData'],
  7: ['objectId'],
  8: ['bool'],
  9: ['date'],
  10: ['null'],
  11: ['regex'],
  16: ['int'],
  17: ['timestamp'],
  18: ['long'],
  19: ['decimal'],
  '-1': ['minKey'],
  127: ['maxKey'],
  number: ['int', 'long', 'double', 'decimal'],
};
const typeNames: ReadonlySet<string> = new Set(Object.values(typeCodes).flat());

function hasType(operand: Value): Condition {
  const asked = Array.isArray(operand) ? operand : [operand];
  if (asked.length === 0) throw failure('$type must match at least one type');
  const types = new Set(
    asked.flatMap((type) => {
      if (typeof type === 'number') {
        const known = typeCodes[type];
        if (!known) throw failure(`Invalid numerical type code: ${type}`);
        return known;
      }
      if (typeof type !== 'string')
        throw failure('type must be represented as a number or a string');
      if (type === 'number') return typeCodes.number as TypeName[];
      if (!typeNames.has(type)) throw failure(`Unknown type name alias: ${type}`);
      return [type as TypeName];
    }),
  );
  return onLeaf((value) => types.has(typeOf(value)));
}

function regularExpression(operand: Value, siblings: Doc): Condition {
  const options = siblings.$options;
  if (options !== undefined && typeof options !== 'string') {
    throw failure('$options has to be a string');
  }
  if (typeof operand === 'string') return matching(compilePattern(operand, options ?? ''));
  if (!isRegExp(operand)) throw failure('$regex has to be a string');
  if (options === undefined) return literal(operand);
  const { source, flags } = compileRegExp(operand);
  if (flags.replace('u', '') !== '') throw failure('options set in both $regex and $options');
  return matching(compilePattern(source, options));
}

function not(operand: Value, _siblings: Doc, compileQuery: CompileQuery): Condition {
  if (isRegExp(operand)) return negate(literal(operand));
  if (!isDoc(operand)) throw failure('$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw failure('$not cannot be empty');
  return negate(compileOperators(operand, compileQuery));
}

function unequal(operand: Value): Condition {
  if (isRegExp(operand)) throw failure("Can't have regex as arg to $ne.");
  return negate(equalTo(operand));
}

const operators: Readonly<Record<string, Operator>> = {
  $eq: equalTo,
  $ne: unequal,
  $gt: comparing((difference) => difference > 0),
  $gte: comparing((difference) => difference >= 0),
  $lt: comparing((difference) => difference < 0),
  $lte: comparing((difference) => difference <= 0),
  $in: (operand) => isIn(operand),
  $nin: (operand) => negate(isIn(operand, '$nin')),
  $exists: (operand) => {
    const present = onLeaf((value) => value !== undefined);
    const mustExist = operand !== null && operand !== false && operand !== 0;
    return mustExist ? present : negate(present);
  },
  $type: hasType,
  $mod: modulo,
  $regex: regularExpression,
  $options: (_operand, siblings) => {
    if (!('$regex' in siblings)) throw failure('$options needs a $regex');
    return allOf([]);
  },
  $size: hasSize,
  $all: hasAll,
  $elemMatch: elementMatch,
  $not: not,
  $near: (operand, siblings) => geoNear('$near', operand, siblings),
  $nearSphere: (operand, siblings) => geoNear('$nearSphere', operand, siblings),
  $minDistance: (_operand, siblings) => needsNear('$minDistance', siblings),
  $maxDistance: (_operand, siblings) => needsNear('$maxDistance', siblings),
  $geoWithin: geoWithin,
  $geoIntersects: geoIntersects,
};

function needsNear(operator: string, siblings: Doc): Condition {
  if ('$near' in siblings || '$nearSphere' in siblings) return allOf([]);
  throw failure(`unknown operator: ${operator}`);
}

/** All the operators of `{$gt: 5, $lt: 9}` as one condition. */
function compileOperators(expression: Doc, compileQuery: CompileQuery): Condition {
  return allOf(
    Object.entries(expression).map(([name, operand]) => {
      const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
      if (!operator) throw failure(`unknown operator: ${name}`);
      return operator(operand, expression, compileQuery);
    }),
  );
}

/** What stands right of a path: an operator document, or the value that the field must equal. */
export function compileOperand(operand: Value, compileQuery: CompileQuery): Condition {
  return isOperatorDoc(operand) ? compileOperators(operand, compileQuery) : literal(operand);
}
