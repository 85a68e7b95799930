import { failure } from '../failure';
import { int32Of } from '../number';
import { render } from '../render';
import {
  type Doc,
  equalValues,
  isDoc,
  isMissingOrNull,
  type Maybe,
  setField,
  typeOf,
  type Value,
} from '../value';
import {
  bind,
  fixed,
  named,
  nullable,
  type Operator,
  type OperatorTable,
  unary,
  variableName,
  variadic,
} from './operator';
import { isTruthy } from './truth';

function arrayOr(value: Maybe, complaint: (type: string) => string): Value[] {
  if (Array.isArray(value)) return value;
  throw failure(complaint(typeOf(value)));
}

function integer(value: Maybe, complaint: string): number {
  const plain = int32Of(value);
  if (plain === undefined) throw failure(`${complaint}, found: ${render(value)}`);
  return plain;
}

function elementAt([array, index]: Value[]): Maybe {
  const items = arrayOr(
    array,
    (type) => `$arrayElemAt's first argument must be an array, but is ${type}`,
  );
  return items.at(integer(index, "$arrayElemAt's second argument must be a 32-bit integer"));
}

function slice([array, first, second]: Value[]): Maybe {
  const items = arrayOr(
    array,
    (type) => `First argument to $slice must be an array, but is of type: ${type}`,
  );
  const from = integer(first, 'Second argument to $slice must be a 32-bit integer');
  if (second === undefined) return from >= 0 ? items.slice(0, from) : items.slice(from);
  const count = integer(second, 'Third argument to $slice must be a 32-bit integer');
  if (count <= 0) throw failure(`Third argument to $slice must be positive: ${count}`);
  const start = from >= 0 ? from : Math.max(0, items.length + from);
  return items.slice(start, start + count);
}

function indexOf([array, sought, from, to]: Maybe[]): Maybe {
  if (isMissingOrNull(array)) return null;
  const items = arrayOr(
    array,
    (type) => `$indexOfArray requires an array as a first argument, found: ${type}`,
  );
  const bound = (value: Maybe, otherwise: number, which: string): number => {
    if (value === undefined) return otherwise;
    const index = integer(value, `$indexOfArray requires an integral ${which} index`);
    if (index < 0) {
      throw failure(`$indexOfArray requires a nonnegative ${which} index, found: ${index}`);
    }
    return index;
  };
  const start = bound(from, 0, 'starting');
  const end = Math.min(items.length, bound(to, items.length, 'ending'));
  for (let at = start; at < end; at++) if (equalValues(items[at], sought)) return at;
  return -1;
}

/** Builds a document from `[[key, value]]` or `[{k, v}]`. */
function toObject(array: Value): Maybe {
  const doc: Doc = {};
  for (const item of arrayOr(
    array,
    (type) => `$arrayToObject requires an array input, found: ${type}`,
  )) {
    const [key, value] = Array.isArray(item) ? item : isDoc(item) ? [item.k, item.v] : [];
    const isPair = Array.isArray(item) && item.length === 2;
    const isKeyed = isDoc(item) && Object.keys(item).length === 2 && 'k' in item && 'v' in item;
    if (!isPair && !isKeyed) {
      throw failure(
        'Unrecognised input type format for $arrayToObject: each element must be [key, value] or {k, v}',
      );
    }
    if (typeof key !== 'string') {
      throw failure(`$arrayToObject requires keys of type string, found type: ${typeOf(key)}`);
    }
    setField(doc, key, value as Value);
  }
  return doc;
}

function range([from, to, by = 1]: Maybe[]): Maybe {
  const start = integer(from, '$range requires a numeric starting value');
  const end = integer(to, '$range requires a numeric ending value');
  const step = integer(by, '$range requires a numeric step value');
  if (step === 0) throw failure('$range requires a non-zero step value');
  const numbers: number[] = [];
  for (let at = start; step > 0 ? at < end : at > end; at += step) numbers.push(at);
  return numbers;
}

const filter: Operator = (operand, compile, name) => {
  const doc = named(name, operand, ['input', 'cond'], ['as', 'limit']);
  const as = variableName(doc.as, 'this');
  const input = compile(doc.input as Value);
  const test = compile(doc.cond as Value, [as]);
  const limit = doc.limit === undefined ? () => null : compile(doc.limit);
  return (scope) => {
    const array = input(scope);
    if (isMissingOrNull(array)) return null;
    const items = arrayOr(array, (type) => `input to $filter must be an array not ${type}`);
    const kept = items.filter((item) => isTruthy(test(bind(scope, { [as]: item }))));
    const most = limit(scope);
    return isMissingOrNull(most)
      ? kept
      : kept.slice(0, integer(most, '$filter: limit must be an integer'));
  };
};

const map: Operator = (operand, compile, name) => {
  const doc = named(name, operand, ['input', 'in'], ['as']);
  const as = variableName(doc.as, 'this');
  const input = compile(doc.input as Value);
  const body = compile(doc.in as Value, [as]);
  return (scope) => {
    const array = input(scope);
    if (isMissingOrNull(array)) return null;
    const items = arrayOr(array, (type) => `input to $map must be an array not ${type}`);
    return items.map((item) => body(bind(scope, { [as]: item })) ?? null);
  };
};

const reduce: Operator = (operand, compile, name) => {
  const doc = named(name, operand, ['input', 'initialValue', 'in']);
  const input = compile(doc.input as Value);
  const initial = compile(doc.initialValue as Value);
  const body = compile(doc.in as Value, ['this', 'value']);
  return (scope) => {
    const array = input(scope);
    if (isMissingOrNull(array)) return null;
    const items = arrayOr(
      array,
      (type) => `$reduce requires that 'input' be an array, found: ${type}`,
    );
    return items.reduce<Maybe>(
      (value, item) => body(bind(scope, { this: item, value })),
      initial(scope),
    );
  };
};

const zip: Operator = (operand, compile, name) => {
  const doc = named(name, operand, ['inputs'], ['useLongestLength', 'defaults']);
  if (!Array.isArray(doc.inputs)) throw failure('inputs must be an array of expressions');
  if (doc.inputs.length === 0) throw failure('$zip requires at least one input array');
  const isLongest = doc.useLongestLength === true;
  if (doc.defaults !== undefined && !isLongest) {
    throw failure('cannot specify defaults unless useLongestLength is true');
  }
  const inputs = doc.inputs.map((input) => compile(input));
  const defaults = Array.isArray(doc.defaults) ? doc.defaults.map((value) => compile(value)) : [];
  if (doc.defaults !== undefined && defaults.length !== inputs.length) {
    throw failure('defaults and inputs must have the same length');
  }
  return (scope) => {
    const arrays = inputs.map((input) => input(scope));
    if (arrays.some(isMissingOrNull)) return null;
    const lists = arrays.map((array) =>
      arrayOr(array, (type) => `$zip found a non-array expression in input: ${type}`),
    );
    const lengths = lists.map((list) => list.length);
    const length = isLongest ? Math.max(...lengths) : Math.min(...lengths);
    return Array.from({ length }, (_row, at) =>
      lists.map((list, column) =>
        at < list.length ? (list[at] as Value) : (defaults[column]?.(scope) ?? null),
      ),
    );
  };
};

export const arrayOperators: OperatorTable = {
  $arrayElemAt: nullable(2, elementAt),
  $arrayToObject: unary(toObject),
  $concatArrays: variadic((values, name) => {
    if (values.some(isMissingOrNull)) return null;
    return values.flatMap((value) =>
      arrayOr(value, (type) => `${name} only supports arrays, not ${type}`),
    );
  }),
  $filter: filter,
  $in: fixed(2, ([sought, array], name) =>
    arrayOr(array, (type) => `${name} requires an array as a second argument, found: ${type}`).some(
      (item) => equalValues(item, sought),
    ),
  ),
  $indexOfArray: fixed(2, indexOf, 4),
  $isArray: fixed(1, ([value]) => Array.isArray(value)),
  $map: map,
  $range: fixed(2, range, 3),
  $reduce: reduce,
  $reverseArray: unary((value, name) =>
    arrayOr(
      value,
      (type) => `The argument to ${name} must be an array, but was of type: ${type}`,
    ).toReversed(),
  ),
  $size: fixed(
    1,
    ([value], name) =>
      arrayOr(value, (type) => `The argument to ${name} must be an array, but was of type: ${type}`)
        .length,
  ),
  $slice: nullable(2, slice, 3),
  $zip: zip,
};
