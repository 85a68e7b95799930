/** What `$group` gathers over the documents of a group. */
import { compareValues } from './compare';
import { failure } from './failure';
import { add, type Num, numOf } from './number';
import { render } from './render';
import {
  type Doc,
  identityOf,
  isDoc,
  isMissingOrNull,
  isNumeric,
  type Maybe,
  setField,
  typeOf,
  type Value,
} from './value';

export interface Accumulator {
  add(value: Maybe): void;
  result(): Maybe;
}

/** `$min` and `$max` pass over null and missing. */
function extreme(direction: 1 | -1): Accumulator {
  let best: Maybe = null;
  return {
    add(value) {
      if (isMissingOrNull(value)) return;
      if (best === null || compareValues(value, best) * direction > 0) best = value;
    },
    result: () => best,
  };
}

function sum(): Accumulator {
  let total: Num = 0;
  return {
    add(value) {
      if (isNumeric(value)) total = add(total, numOf(value));
    },
    result: () => total,
  };
}

function average(): Accumulator {
  let total: Num = 0;
  let count = 0;
  return {
    add(value) {
      if (!isNumeric(value)) return;
      total = add(total, numOf(value));
      count += 1;
    },
    result: () => (count === 0 ? null : Number(total) / count),
  };
}

/** Welford's method: one pass, without the cancellation of a sum of squares. */
function deviation(sampleCorrection: 0 | 1): Accumulator {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(value) {
      if (!isNumeric(value)) return;
      const plain = Number(numOf(value));
      count += 1;
      const distance = plain - mean;
      mean += distance / count;
      squares += distance * (plain - mean);
    },
    result: () =>
      count <= sampleCorrection ? null : Math.sqrt(squares / (count - sampleCorrection)),
  };
}

function push(): Accumulator {
  const values: Value[] = [];
  return {
    add(value) {
      if (value !== undefined) values.push(value);
    },
    result: () => values,
  };
}

function addToSet(): Accumulator {
  const values = new Map<string, Value>();
  return {
    add(value) {
      if (value === undefined) return;
      const key = identityOf(value);
      if (!values.has(key)) values.set(key, value);
    },
    result: () => [...values.values()],
  };
}

function first(): Accumulator {
  let kept: { value: Maybe } | undefined;
  return {
    add(value) {
      kept ??= { value };
    },
    result: () => kept?.value,
  };
}

function last(): Accumulator {
  let kept: Maybe;
  return {
    add(value) {
      kept = value;
    },
    result: () => kept,
  };
}

function mergeObjects(): Accumulator {
  const merged: Doc = {};
  return {
    add(value) {
      if (isMissingOrNull(value)) return;
      if (!isDoc(value)) {
        throw failure(
          `$mergeObjects requires object inputs, but input ${render(value)} is of type ${typeOf(value)}`,
        );
      }
      for (const [field, item] of Object.entries(value)) setField(merged, field, item);
    },
    result: () => merged,
  };
}

function count(): Accumulator {
  let seen = 0;
  return {
    add() {
      seen += 1;
    },
    result: () => seen,
  };
}

export const accumulators = {
  $addToSet: addToSet,
  $avg: average,
  $count: count,
  $first: first,
  $last: last,
  $max: () => extreme(1),
  $mergeObjects: mergeObjects,
  $min: () => extreme(-1),
  $push: push,
  $stdDevPop: () => deviation(0),
  $stdDevSamp: () => deviation(1),
  $sum: sum,
} as const satisfies Readonly<Record<string, () => Accumulator>>;

export const isAccumulator = (name: string): name is keyof typeof accumulators =>
  Object.hasOwn(accumulators, name);
