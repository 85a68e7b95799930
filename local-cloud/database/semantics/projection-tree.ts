/** Projections as trees of field names, shared by find projections, `$project` and `$addFields`. */
import type { Expression, Scope } from './expression/operator';
import { failure } from './failure';
import { type Doc, fieldOf, isDoc, type Maybe, setField, type Value } from './value';

export type Rule =
  | { kind: 'keep' }
  | { kind: 'drop' }
  /** Keeps the field in another form, or leaves it out. */
  | { kind: 'change'; apply: (value: Value) => Maybe }
  | { kind: 'compute'; evaluate: Expression };

export type Tree = Map<string, Tree | Rule>;

/** Adds a rule at a dotted path. @throws DatabaseError when another rule is above or below it. */
export function plant(tree: Tree, path: string, rule: Rule): void {
  const parts = path.split('.');
  if (parts.includes('')) throw failure('FieldPath field names may not be empty strings.');
  let branch = tree;
  for (const [at, part] of parts.entries()) {
    const known = branch.get(part);
    const rest = parts.slice(at + 1);
    if (rest.length === 0) {
      if (known) throw failure(`Path collision at ${path}`);
      branch.set(part, rule);
    } else {
      if (known && !(known instanceof Map)) {
        throw failure(`Path collision at ${path} remaining portion ${rest.join('.')}`);
      }
      const next: Tree = known ?? new Map();
      branch.set(part, next);
      branch = next;
    }
  }
}

type Walk = (doc: Doc, tree: Tree) => Doc;

/** Goes below an array to each document in it; `ofScalar` says what becomes of anything else. */
function below(value: Value, tree: Tree, walk: Walk, ofScalar: (value: Value) => Maybe): Maybe {
  if (isDoc(value)) return walk(value, tree);
  if (!Array.isArray(value)) return ofScalar(value);
  return value
    .map((item) => below(item, tree, walk, ofScalar))
    .filter((item) => item !== undefined);
}

/** The document with only the fields of the tree, in the document's own order. */
export function keepOnly(doc: Doc, tree: Tree): Doc {
  const kept: Doc = {};
  for (const [field, value] of Object.entries(doc)) {
    const rule = tree.get(field);
    let result: Maybe;
    if (rule instanceof Map) result = below(value, rule, keepOnly, () => undefined);
    else if (rule?.kind === 'keep') result = value;
    else if (rule?.kind === 'change') result = rule.apply(value);
    if (result !== undefined) setField(kept, field, result);
  }
  return kept;
}

/** The document without the fields of the tree. */
export function dropFrom(doc: Doc, tree: Tree): Doc {
  const left: Doc = {};
  for (const [field, value] of Object.entries(doc)) {
    const rule = tree.get(field);
    let result: Maybe = value;
    if (rule instanceof Map) result = below(value, rule, dropFrom, (scalar) => scalar);
    else if (rule?.kind === 'drop') result = undefined;
    else if (rule?.kind === 'change') result = rule.apply(value);
    if (result !== undefined) setField(left, field, result);
  }
  return left;
}

function computeBelow(value: Maybe, tree: Tree, scope: Scope): Maybe {
  if (Array.isArray(value)) return value.map((item) => computeBelow(item, tree, scope) as Value);
  const computed = compute(isDoc(value) ? value : {}, tree, scope);
  return isDoc(value) || Object.keys(computed).length > 0 ? computed : value;
}

/** The document with the computed fields of the tree added or replaced. */
export function compute(doc: Doc, tree: Tree, scope: Scope): Doc {
  const result = { ...doc };
  for (const [field, rule] of tree) {
    let value: Maybe;
    if (rule instanceof Map) {
      if (!hasComputed(rule)) continue;
      value = computeBelow(fieldOf(doc, field), rule, scope);
    } else if (rule.kind === 'compute') {
      value = rule.evaluate(scope);
    } else {
      continue;
    }
    if (value === undefined) delete result[field];
    else setField(result, field, value);
  }
  return result;
}

export const hasComputed = (tree: Tree): boolean =>
  [...tree.values()].some((rule) =>
    rule instanceof Map ? hasComputed(rule) : rule.kind === 'compute',
  );

export interface Selection {
  mode: 'keep' | 'drop';
  tree: Tree;
}

/** The rules of a tree with their paths. */
function* rulesOf(tree: Tree, above = ''): Generator<[path: string, rule: Rule]> {
  for (const [field, rule] of tree) {
    if (rule instanceof Map) yield* rulesOf(rule, `${above}${field}.`);
    else yield [above + field, rule];
  }
}

/**
 * Decides whether a tree lists what to keep or what to drop, and lets `_id` stay unless it is dropped.
 * @param keeps whether a `change` rule by itself means that other fields go.
 * @throws DatabaseError when the tree mixes both; only `_id` may differ.
 */
export function select(tree: Tree, keeps: (path: string) => boolean = () => false): Selection {
  let mode: Selection['mode'] | undefined;
  for (const [path, { kind }] of rulesOf(tree)) {
    const wants =
      kind === 'change' ? (keeps(path) ? 'keep' : undefined) : kind === 'drop' ? 'drop' : 'keep';
    if (path === '_id' && tree.size > 1) continue;
    if (!wants) continue;
    if (mode && wants !== mode) {
      throw failure(
        wants === 'drop'
          ? `Cannot do exclusion on field ${path} in inclusion projection`
          : `Cannot do inclusion on field ${path} in exclusion projection`,
      );
    }
    mode = wants;
  }
  const idRule = tree.get('_id');
  if (mode !== 'keep') return { mode: 'drop', tree: withoutKeptId(tree) };
  if (!idRule) tree.set('_id', { kind: 'keep' });
  return { mode, tree };
}

function withoutKeptId(tree: Tree): Tree {
  const idRule = tree.get('_id');
  if (idRule && !(idRule instanceof Map) && idRule.kind === 'keep') tree.delete('_id');
  return tree;
}
