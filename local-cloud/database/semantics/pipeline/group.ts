/** Stages that gather many documents into few. */
import { type Accumulator, accumulators, isAccumulator } from '../accumulators';
import { compareValues, rankOf } from '../compare';
import { failure } from '../failure';
import { int32Of } from '../number';
import { render } from '../render';
import { type Doc, identityOf, isDoc, type Maybe, setField, typeOf, type Value } from '../value';
import {
  expressionOf,
  type Flow,
  optionsOf,
  type StageCompiler,
  type StageContext,
  type StageTable,
} from './stage';

interface Column {
  field: string;
  create: () => Accumulator;
  evaluate: (doc: Doc) => Maybe;
}

/** The fields `{total: {$sum: '$n'}}` of a group. */
function columnsOf(fields: Doc, context: StageContext): Column[] {
  return Object.entries(fields).map(([field, operand]) => {
    if (field.includes('.')) throw failure(`The field name '${field}' cannot contain '.'`);
    if (field.startsWith('$'))
      throw failure(`The field name '${field}' cannot be an operator name`);
    if (!isDoc(operand) || !Object.keys(operand)[0]?.startsWith('$')) {
      throw failure(`The field '${field}' must be an accumulator object`);
    }
    const [[name = '', expression], ...others] = Object.entries(operand) as [[string, Value]];
    if (others.length > 0) throw failure(`The field '${field}' must specify one accumulator`);
    if (!isAccumulator(name)) throw failure(`unknown group operator '${name}'`);
    if (Array.isArray(expression) && expression.length !== 1) {
      throw failure(`The ${name} accumulator is a unary operator`);
    }
    const single = Array.isArray(expression) ? (expression[0] as Value) : expression;
    return { field, create: accumulators[name], evaluate: expressionOf(single, context) };
  });
}

interface Row {
  id: Value;
  cells: Accumulator[];
}

const newRow = (id: Value, columns: Column[]): Row => ({
  id,
  cells: columns.map(({ create }) => create()),
});

function addTo(row: Row, columns: Column[], doc: Doc): void {
  for (const [at, { evaluate }] of columns.entries()) row.cells[at]?.add(evaluate(doc));
}

function docOf({ id, cells }: Row, columns: Column[]): Doc {
  const doc: Doc = { _id: id };
  for (const [at, { field }] of columns.entries())
    setField(doc, field, cells[at]?.result() ?? null);
  return doc;
}

/** Groups in the order in which each was first met. */
function grouping(idOf: (doc: Doc) => Maybe, columns: Column[]): (docs: Iterable<Doc>) => Doc[] {
  return (docs) => {
    const rows = new Map<string, Row>();
    for (const doc of docs) {
      const id = idOf(doc) ?? null;
      const key = identityOf(id);
      let row = rows.get(key);
      if (!row) {
        row = newRow(id, columns);
        rows.set(key, row);
      }
      addTo(row, columns, doc);
    }
    return [...rows.values()].map((row) => docOf(row, columns));
  };
}

const group: StageCompiler = (operand, context) => {
  if (!isDoc(operand)) throw failure("a group's fields must be specified in an object");
  const { _id: id, ...fields } = operand;
  if (id === undefined) throw failure('a group specification must include an _id');
  return grouping(expressionOf(id, context), columnsOf(fields, context));
};

const count: StageCompiler = (operand) => {
  if (typeof operand !== 'string' || operand === '') {
    throw failure('the count field must be a non-empty string');
  }
  if (operand.startsWith('$')) throw failure('the count field cannot be a $-prefixed path');
  if (operand.includes('.')) throw failure("the count field cannot contain '.'");
  return (docs) => {
    let total = 0;
    for (const _doc of docs) total += 1;
    return total === 0 ? [] : [{ [operand]: total }];
  };
};

const sortByCount: StageCompiler = (operand, context) => {
  const isPath = typeof operand === 'string' && operand.startsWith('$');
  const isExpression = isDoc(operand) && Object.keys(operand)[0]?.startsWith('$');
  if (!isPath && !isExpression) {
    throw failure(
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    );
  }
  const columns = columnsOf({ count: { $sum: 1 } }, context);
  const groups = grouping(expressionOf(operand, context), columns);
  return (docs) => groups(docs).sort((a, b) => Number(b.count) - Number(a.count));
};

const outputOf = (options: Doc, context: StageContext): Column[] =>
  columnsOf(
    isDoc(options.output ?? null) ? (options.output as Doc) : { count: { $sum: 1 } },
    context,
  );

function groupByOf(stage: string, options: Doc, context: StageContext): (doc: Doc) => Maybe {
  const { groupBy } = options;
  if (!isDoc(groupBy ?? null) && !(typeof groupBy === 'string' && groupBy.startsWith('$'))) {
    throw failure(
      `The ${stage} 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${render(groupBy)}.`,
    );
  }
  return expressionOf(groupBy as Value, context);
}

function boundariesOf(value: Maybe): Value[] {
  if (!Array.isArray(value)) {
    throw failure(
      `The $bucket 'boundaries' field must be an array, but found type: ${typeOf(value)}.`,
    );
  }
  if (value.length < 2) {
    throw failure(
      `The $bucket 'boundaries' field must have at least 2 values, but found ${value.length} value(s).`,
    );
  }
  for (const [at, next] of value.slice(1).entries()) {
    const boundary = value[at] as Value;
    if (rankOf(boundary) !== rankOf(next)) {
      throw failure(
        `All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types ${typeOf(boundary)} and ${typeOf(next)}.`,
      );
    }
    if (compareValues(boundary, next) >= 0) {
      throw failure(
        `The 'boundaries' option to $bucket must be sorted, but elements ${at} and ${at + 1} are not in sorted order (${render(boundary)} is not less than ${render(next)}).`,
      );
    }
  }
  return value;
}

const bucket: StageCompiler = (operand, context) => {
  const options = optionsOf('$bucket', operand, ['groupBy', 'boundaries', 'default', 'output']);
  const groupBy = groupByOf('$bucket', options, context);
  const boundaries = boundariesOf(options.boundaries);
  const otherwise = options.default;
  const [lowest, highest] = [boundaries[0], boundaries.at(-1)];
  if (
    otherwise !== undefined &&
    compareValues(otherwise, lowest) >= 0 &&
    compareValues(otherwise, highest) < 0
  ) {
    throw failure(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
  }
  const bucketOf = (doc: Doc): Value => {
    const value = groupBy(doc);
    const above = boundaries.findIndex((boundary) => compareValues(value, boundary) < 0);
    const own = above > 0 ? boundaries[above - 1] : otherwise;
    if (own !== undefined) return own;
    throw failure(
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  };
  const groups = grouping(bucketOf, outputOf(options, context));
  return (docs) => groups(docs).sort((a, b) => compareValues(a._id, b._id));
};

interface Keyed {
  value: Value;
  doc: Doc;
}

/** Buckets of about equal size; equal values never part. */
function fill(sorted: Keyed[], buckets: number): Keyed[][] {
  const size = Math.max(1, Math.round(sorted.length / buckets));
  const filled: Keyed[][] = [];
  let at = 0;
  while (at < sorted.length) {
    const isLast = filled.length === buckets - 1;
    let end = isLast ? sorted.length : Math.min(sorted.length, at + size);
    const value = sorted[end - 1]?.value;
    while (end < sorted.length && compareValues(sorted[end]?.value, value) === 0) end += 1;
    filled.push(sorted.slice(at, end));
    at = end;
  }
  return filled;
}

const bucketAuto: StageCompiler = (operand, context): Flow => {
  const options = optionsOf('$bucketAuto', operand, [
    'groupBy',
    'buckets',
    'output',
    'granularity',
  ]);
  if (options.granularity !== undefined) {
    throw failure("$bucketAuto: the local cloud does not have the option 'granularity'");
  }
  const groupBy = groupByOf('$bucketAuto', options, context);
  const buckets = int32Of(options.buckets);
  if (buckets === undefined || buckets <= 0) {
    throw failure(
      `The $bucketAuto 'buckets' field must be greater than 0, but found: ${render(options.buckets)}.`,
    );
  }
  const columns = outputOf(options, context);
  return (docs) => {
    const keyed = [...docs].map((doc): Keyed => ({ value: groupBy(doc) ?? null, doc }));
    const filled = fill(
      keyed.sort((a, b) => compareValues(a.value, b.value)),
      buckets,
    );
    return filled.map((members, at) => {
      // A bucket ends where the next begins; the last ends with its greatest value.
      const max = filled[at + 1]?.[0]?.value ?? members.at(-1)?.value ?? null;
      const row = newRow({ min: members[0]?.value ?? null, max }, columns);
      for (const { doc } of members) addTo(row, columns, doc);
      return docOf(row, columns);
    });
  };
};

export const groupStages: StageTable = {
  $group: group,
  $count: count,
  $sortByCount: sortByCount,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
};
