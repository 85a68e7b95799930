/** `$lookup`: joins another collection, by equality, by a pipeline, or by both. */
import { compileExpression } from '../expression/compile';
import { failure } from '../failure';
import type { Variables } from '../match';
import { leavesAt } from '../path';
import { compute, plant, type Tree } from '../projection-tree';
import { render } from '../render';
import { type Doc, identityOf, isDoc, type Maybe, typeOf, type Value } from '../value';
import {
  optionsOf,
  type PipelineQuestion,
  type Stage,
  type StageCompiler,
  type StageContext,
  scopeOf,
} from './stage';

/** The values by which one side joins: the elements of an array; null for what is missing. */
function joinValues(doc: Doc, path: string): Value[] {
  const leaves = leavesAt(doc, path, 'whole');
  if (leaves.length === 0) return [null];
  return leaves.flatMap((leaf) => (Array.isArray(leaf) ? leaf : [leaf ?? null]));
}

/** A foreign document is found by each element of an array and by the array itself. */
const foreignValues = (doc: Doc, path: string): Value[] =>
  leavesAt(doc, path, 'expand').map((leaf) => leaf ?? null);

/** Fetches what a batch of documents joins with one indexable query, and gives each its part. */
function equalityJoin(
  docs: Doc[],
  { from, localField, foreignField }: { from: string; localField: string; foreignField: string },
  { world }: StageContext,
): (doc: Doc) => Doc[] {
  const wanted = new Map<string, Value>();
  for (const doc of docs) {
    for (const value of joinValues(doc, localField)) wanted.set(identityOf(value), value);
  }
  if (wanted.size === 0) return () => [];
  const byValue = new Map<string, Doc[]>();
  const places = new Map<Doc, number>();
  const found = world.find(from, {
    query: { [foreignField]: { $in: [...wanted.values()] } },
  });
  for (const [place, foreign] of found.entries()) {
    places.set(foreign, place);
    for (const key of new Set(foreignValues(foreign, foreignField).map(identityOf))) {
      const known = byValue.get(key);
      if (known) known.push(foreign);
      else byValue.set(key, [foreign]);
    }
  }
  return (doc) => {
    const keys = new Set(joinValues(doc, localField).map(identityOf));
    const joined = new Set([...keys].flatMap((key) => byValue.get(key) ?? []));
    return [...joined].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  };
}

/** The constant that an operand of `$eq` has once the variables are bound, or undefined. */
function boundValue(operand: Value, variables: Variables): Maybe {
  if (typeof operand === 'string' && operand.startsWith('$')) {
    const isBound =
      operand.startsWith('$$') &&
      Object.hasOwn(variables, operand.slice(2).split('.')[0] as string);
    if (!isBound) return undefined;
    const evaluate = compileExpression(operand, Object.keys(variables));
    return evaluate({ root: {}, variables }) ?? null;
  }
  const isPlain = !isDoc(operand) && !Array.isArray(operand);
  return isPlain ? operand : undefined;
}

/**
 * `{$eq: ['$field', '$$variable']}` as a query on the field, so that an index can serve it. It may
 * find more than the expression does (null finds missing fields), never less.
 */
function asQuery(expression: Value, variables: Variables): Doc[] {
  if (!isDoc(expression)) return [];
  const { $and, $eq } = expression;
  if (Array.isArray($and)) return $and.flatMap((clause) => asQuery(clause, variables));
  if (!Array.isArray($eq) || $eq.length !== 2) return [];
  const isField = (side: Maybe): side is string =>
    typeof side === 'string' && /^\$[^$]/.test(side) && !side.includes('.');
  const [left, right] = $eq as [Value, Value];
  const field = isField(left) ? left : isField(right) ? right : undefined;
  if (!field) return [];
  const value = boundValue(field === left ? right : left, variables);
  if (value === undefined || typeOf(value) === 'regex') return [];
  return [{ [field.slice(1)]: { $eq: value } }];
}

/**
 * What the leading stages of the pipeline let the collection be asked for: everything they leave,
 * perhaps more, so that they run over the answer again.
 */
function questionOf(stages: Stage[], variables: Variables): PipelineQuestion {
  const [first, ...others] = stages;
  const isMatch = first?.stageKey === '$match' && isDoc(first.stageValue);
  const { $expr, ...plain } = isMatch ? (first.stageValue as Doc) : ({} as Doc);
  if ($expr !== undefined) {
    const clauses = asQuery($expr, variables);
    return { query: clauses.length === 0 ? plain : { $and: [plain, ...clauses] } };
  }
  const rest = isMatch ? others : stages;
  const [sort, limit] = rest[0]?.stageKey === '$sort' ? rest : [undefined, rest[0]];
  const order = sort?.stageValue;
  const count = limit?.stageKey === '$limit' ? limit.stageValue : undefined;
  return {
    query: plain,
    ...(order !== undefined && isDoc(order) && { order: order as Record<string, 1 | -1> }),
    ...(Number.isInteger(count) && (count as number) > 0 && { limit: count as number }),
  };
}

function stagesOf(pipeline: Maybe): Stage[] | undefined {
  if (pipeline === undefined) return undefined;
  if (!Array.isArray(pipeline)) {
    throw failure(`'pipeline' option must be specified as an array, found: ${typeOf(pipeline)}`);
  }
  return pipeline.map((stage) => {
    const entries = isDoc(stage) ? Object.entries(stage) : [];
    const [entry] = entries;
    if (!entry || entries.length > 1) {
      throw failure('A pipeline stage specification object must contain exactly one field.');
    }
    return { stageKey: entry[0], stageValue: entry[1] };
  });
}

function text(options: Doc, name: string): string | undefined {
  const value = options[name];
  if (value === undefined || typeof value === 'string') return value;
  throw failure(
    `$lookup argument '${name}: ${render(value)}' must be a string, is type ${typeOf(value)}`,
  );
}

export const lookup: StageCompiler = (operand, context) => {
  const options = optionsOf('$lookup', operand, [
    'from',
    'localField',
    'foreignField',
    'as',
    'let',
    'pipeline',
  ]);
  const [from, as] = [text(options, 'from'), text(options, 'as')];
  const [localField, foreignField] = [text(options, 'localField'), text(options, 'foreignField')];
  if (as === undefined) throw failure("must specify 'as' field for a $lookup");
  if (from === undefined) throw failure("must specify 'from' field for a $lookup");
  const stages = stagesOf(options.pipeline);
  if (
    (localField === undefined) !== (foreignField === undefined) ||
    (!stages && localField === undefined)
  ) {
    throw failure(
      '$lookup requires both or neither of localField and foreignField to be specified',
    );
  }
  if (options.let !== undefined && !stages) {
    throw failure("$lookup with a 'let' must also have a 'pipeline'");
  }
  const bindings = Object.entries(isDoc(options.let ?? null) ? (options.let as Doc) : {}).map(
    ([name, value]) => [name, compileExpression(value, Object.keys(context.variables))] as const,
  );
  const bindLet = (doc: Doc): Variables => ({
    ...context.variables,
    ...Object.fromEntries(
      bindings.map(([name, evaluate]) => [name, evaluate(scopeOf(doc, context))]),
    ),
  });
  const fetched = new Map<string, Doc[]>();
  const fetch = (question: PipelineQuestion): Doc[] => {
    const key = identityOf(question as unknown as Doc);
    const known = fetched.get(key) ?? context.world.find(from, question);
    fetched.set(key, known);
    return known;
  };
  const place: Tree = new Map();
  return (docs) => {
    const locals = [...docs];
    const joined =
      localField !== undefined && foreignField !== undefined
        ? equalityJoin(locals, { from, localField, foreignField }, context)
        : undefined;
    return locals.map((doc) => {
      let found = joined?.(doc);
      if (stages) {
        const variables = bindLet(doc);
        found = context.runNested(found ?? fetch(questionOf(stages, variables)), stages, variables);
      }
      place.clear();
      plant(place, as, { kind: 'compute', evaluate: () => found });
      return compute(doc, place, scopeOf(doc, context));
    });
  };
};
