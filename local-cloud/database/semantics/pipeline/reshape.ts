/** Stages that change the shape of documents. */
import { compileExpression } from '../expression/compile';
import { failure } from '../failure';
import { leavesAt } from '../path';
import {
  compute,
  dropFrom,
  hasComputed,
  keepOnly,
  plant,
  type Rule,
  select,
  type Tree,
} from '../projection-tree';
import { render } from '../render';
import {
  type Doc,
  isDoc,
  isMissingOrNull,
  isNumeric,
  type Maybe,
  typeOf,
  type Value,
} from '../value';
import {
  expressionOf,
  mapping,
  optionsOf,
  type StageCompiler,
  type StageContext,
  type StageTable,
  scopeOf,
} from './stage';

/** A document whose first field is no operator describes the fields inside a field. */
const isNested = (operand: Value): operand is Doc =>
  isDoc(operand) && !Object.keys(operand)[0]?.startsWith('$');

type RuleOf = (operand: Value) => Rule;

function grow(tree: Tree, fields: Doc, ruleOf: RuleOf, above = ''): Tree {
  for (const [field, operand] of Object.entries(fields)) {
    const path = above + field;
    if (field.startsWith('$')) throw failure(`Invalid field path: '${path}' starts with '$'`);
    if (isNested(operand)) {
      if (Object.keys(operand).length === 0) {
        throw failure(`an empty object is not a valid value. Found at path ${path}`);
      }
      grow(tree, operand, ruleOf, `${path}.`);
    } else {
      plant(tree, path, ruleOf(operand));
    }
  }
  return tree;
}

const computed =
  ({ variables }: StageContext): RuleOf =>
  (operand) => ({
    kind: 'compute',
    evaluate: compileExpression(operand, Object.keys(variables)),
  });

function fieldsOf(stage: string, operand: Value): Doc {
  if (!isDoc(operand)) throw failure(`${stage} specification must be an object`);
  if (Object.keys(operand).length === 0) {
    throw failure(`Invalid ${stage} :: caused by :: specification must have at least one field`);
  }
  return operand;
}

const project: StageCompiler = (operand, context) => {
  const ruleOf: RuleOf = (rule) => {
    if (typeof rule !== 'boolean' && !isNumeric(rule)) return computed(context)(rule);
    return { kind: rule === false || Number(rule) === 0 ? 'drop' : 'keep' };
  };
  const { mode, tree } = select(grow(new Map(), fieldsOf('$project', operand), ruleOf));
  if (mode === 'drop') return mapping((doc) => dropFrom(doc, tree));
  if (!hasComputed(tree)) return mapping((doc) => keepOnly(doc, tree));
  return mapping((doc) => compute(keepOnly(doc, tree), tree, scopeOf(doc, context)));
};

const addFields =
  (stage: string): StageCompiler =>
  (operand, context) => {
    const tree = grow(new Map(), fieldsOf(stage, operand), computed(context));
    return mapping((doc) => compute(doc, tree, scopeOf(doc, context)));
  };

const unset: StageCompiler = (operand) => {
  const paths = Array.isArray(operand) ? operand : [operand];
  const tree: Tree = new Map();
  for (const path of paths) {
    if (typeof path !== 'string' || path === '') {
      throw failure('$unset specification must be a string or an array of strings');
    }
    plant(tree, path, { kind: 'drop' });
  }
  return mapping((doc) => dropFrom(doc, tree));
};

const replace = (expression: Value, context: StageContext) => {
  const evaluate = expressionOf(expression, context);
  return mapping((doc) => {
    const root = evaluate(doc);
    if (isDoc(root)) return root;
    throw failure(
      `'newRoot' expression  must evaluate to an object, but resulting value was: ${render(root)}. Type of resulting value: '${typeOf(root)}'`,
    );
  });
};

const replaceRoot: StageCompiler = (operand, context) => {
  const { newRoot } = optionsOf('$replaceRoot', operand, ['newRoot']);
  if (newRoot === undefined) throw failure('no newRoot specified for the $replaceRoot stage');
  return replace(newRoot, context);
};

/** The document with the value at a path of documents; `undefined` removes the field. */
function withValue(doc: Doc, path: string, value: Maybe, context: StageContext): Doc {
  const tree: Tree = new Map();
  plant(tree, path, { kind: 'compute', evaluate: () => value });
  return compute(doc, tree, scopeOf(doc, context));
}

const unwind: StageCompiler = (operand, context) => {
  const options =
    typeof operand === 'string'
      ? { path: operand }
      : optionsOf('$unwind', operand, ['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays']);
  const {
    path,
    includeArrayIndex: indexField,
    preserveNullAndEmptyArrays: preserve = false,
  } = options as Doc;
  if (typeof path !== 'string') throw failure('no path specified to $unwind stage');
  if (!path.startsWith('$')) {
    throw failure(`path option to $unwind stage should be prefixed with a '$': ${path}`);
  }
  if (typeof preserve !== 'boolean') {
    throw failure(
      `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeOf(preserve)}`,
    );
  }
  if (indexField !== undefined && (typeof indexField !== 'string' || indexField === '')) {
    throw failure('expected a non-empty string for the includeArrayIndex option to $unwind stage');
  }
  if (indexField?.startsWith('$')) {
    throw failure(
      `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${indexField}`,
    );
  }
  const field = path.slice(1);
  const withIndex = (doc: Doc, index: number | null): Doc =>
    indexField === undefined ? doc : withValue(doc, indexField, index, context);
  return function* (docs) {
    for (const doc of docs) {
      const value = valueOnPath(doc, field);
      if (Array.isArray(value) && value.length > 0) {
        for (const [index, item] of value.entries()) {
          yield withIndex(withValue(doc, field, item, context), index);
        }
      } else if (Array.isArray(value)) {
        if (preserve) yield withIndex(withValue(doc, field, undefined, context), null);
      } else if (!isMissingOrNull(value) || preserve) {
        yield withIndex(doc, null);
      }
    }
  };
};

/** The value at a path that runs through documents only; arrays on the way hide it. */
function valueOnPath(doc: Doc, path: string): Maybe {
  const above = path.split('.').slice(0, -1).join('.');
  if (above !== '' && !isDoc(leavesAt(doc, above, 'whole')[0])) return undefined;
  return leavesAt(doc, path, 'whole')[0];
}

export const reshapeStages: StageTable = {
  $project: project,
  $addFields: addFields('$addFields'),
  $set: addFields('$set'),
  $unset: unset,
  $replaceRoot: replaceRoot,
  $replaceWith: replace,
  $unwind: unwind,
};
