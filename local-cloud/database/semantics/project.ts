/** Find projections: which part of each document `field()` lets through. */
import { failure } from './failure';
import { compileQuery } from './match';
import { int32Of } from './number';
import { dropFrom, keepOnly, plant, type Rule, select, type Tree } from './projection-tree';
import { render, renderField } from './render';
import { type Doc, isDoc, isNumeric, type Maybe, typeOf, type Value } from './value';

function integer(value: Maybe, complaint: string): number {
  const plain = int32Of(value);
  if (plain === undefined) throw failure(`${complaint} (found ${typeOf(value)})`);
  return plain;
}

/** `n` first (or, negative, last) elements; or `[skip, n]`. */
function slice(operand: Value): Rule {
  const isPair = Array.isArray(operand);
  if (isPair && operand.length !== 2) throw failure('$slice array wrong size');
  const skip = isPair ? integer(operand[0], '$slice only supports numbers') : undefined;
  const count = integer(
    isPair ? operand[1] : operand,
    '$slice only supports numbers and [skip, limit] arrays',
  );
  if (skip !== undefined && count <= 0) throw failure('$slice limit must be positive');
  const cut = (items: Value[]): Value[] => {
    if (skip === undefined) return count >= 0 ? items.slice(0, count) : items.slice(count);
    const start = skip >= 0 ? skip : Math.max(0, items.length + skip);
    return items.slice(start, start + count);
  };
  return { kind: 'change', apply: (value) => (Array.isArray(value) ? cut(value) : value) };
}

/** The first element that passes; without one the field is left out. */
function elemMatch(path: string, operand: Value): Rule {
  if (path.includes('.')) throw failure('Cannot use $elemMatch projection on a nested field.');
  if (!isDoc(operand))
    throw failure(`elemMatch: Invalid argument, object required, but got ${typeOf(operand)}`);
  const test = compileQuery({ item: { $elemMatch: operand } });
  return {
    kind: 'change',
    apply: (value) => {
      const found = Array.isArray(value) ? value.find((item) => test({ item: [item] })) : undefined;
      return found === undefined ? undefined : [found];
    },
  };
}

function plantAll(tree: Tree, projection: Doc, above: string, keeping: Set<string>): void {
  for (const [field, operand] of Object.entries(projection)) {
    const path = above + field;
    if (typeof operand === 'boolean' || isNumeric(operand)) {
      plant(tree, path, { kind: operand === false || Number(operand) === 0 ? 'drop' : 'keep' });
    } else if (isDoc(operand) && operand.$slice !== undefined) {
      plant(tree, path, slice(operand.$slice));
    } else if (isDoc(operand) && operand.$elemMatch !== undefined) {
      plant(tree, path, elemMatch(path, operand.$elemMatch));
      keeping.add(path);
    } else if (isDoc(operand) && !Object.keys(operand)[0]?.startsWith('$')) {
      if (Object.keys(operand).length === 0) {
        throw failure('An empty sub-projection is not a valid value. Found empty object at path');
      }
      plantAll(tree, operand, `${path}.`, keeping);
    } else {
      throw failure(`Unsupported projection option: ${renderField(path, operand).slice(1, -1)}`);
    }
  }
}

/**
 * Compiles a find projection into a function that gives the visible part of a document as a new one.
 * @throws DatabaseError when it mixes inclusion and exclusion, or paths collide.
 */
export function compileProjection(projection: Doc): (doc: Doc) => Doc {
  const tree: Tree = new Map();
  const keeping = new Set<string>();
  const dollar = Object.keys(projection).find((path) => path.includes('$'));
  if (dollar)
    throw failure(`Unsupported projection option: ${dollar}: ${render(projection[dollar])}`);
  plantAll(tree, projection, '', keeping);
  const selection = select(tree, (path) => keeping.has(path));
  return selection.mode === 'keep'
    ? (doc) => keepOnly(doc, selection.tree)
    : (doc) => dropFrom(doc, selection.tree);
}

/** The part of one document that a find projection lets through, as a new document. */
export const project = (doc: Doc, projection: Doc): Doc => compileProjection(projection)(doc);
