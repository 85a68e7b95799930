/**
 * How MongoDB walks a dotted path through a document. An array met on the way is entered by itself:
 * each of its documents is searched for the rest of the path, and a numeric part also means an index.
 */
import { type Doc, fieldOf, isDoc, type Maybe, type Value } from './value';

type Visit = (value: Maybe) => void;

/** `expand`: an array at the end of the path gives its elements, then itself. `whole`: only itself. */
type Leaf = 'expand' | 'whole';

const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

function visitArray(
  array: Value[],
  parts: readonly string[],
  at: number,
  leaf: Leaf,
  visit: Visit,
): void {
  const part = parts[at] as string;
  const index = isIndex(part) ? Number(part) : -1;
  array.forEach((item, position) => {
    if (isDoc(item)) visitFrom(item, parts, at, leaf, visit);
    if (position !== index) return;
    if (at + 1 === parts.length) visit(item);
    else if (isDoc(item)) visitFrom(item, parts, at + 1, leaf, visit);
    else if (Array.isArray(item)) visitArray(item, parts, at + 1, leaf, visit);
  });
}

function visitFrom(doc: Doc, parts: readonly string[], at: number, leaf: Leaf, visit: Visit): void {
  const value = fieldOf(doc, parts[at] as string);
  if (at + 1 === parts.length) {
    if (Array.isArray(value) && leaf === 'expand') for (const item of value) visit(item);
    visit(value);
  } else if (Array.isArray(value)) {
    visitArray(value, parts, at + 1, leaf, visit);
  } else if (isDoc(value)) {
    visitFrom(value, parts, at + 1, leaf, visit);
  } else {
    visit(undefined);
  }
}

/**
 * Every value that a condition on `path` is tried against; `undefined` stands for a branch on which
 * the field is missing. Empty when the path runs through an array that holds no document.
 */
export function leavesAt(doc: Doc, path: string, leaf: Leaf = 'expand'): Maybe[] {
  const found: Maybe[] = [];
  visitFrom(doc, path.split('.'), 0, leaf, (value) => found.push(value));
  return found;
}

/** Whether any value that a condition on the path is tried against passes `test`. */
export function someLeaf(
  doc: Doc,
  parts: readonly string[],
  leaf: Leaf,
  test: (value: Maybe) => boolean,
): boolean {
  if (parts.length === 1) {
    // The common case, a plain field, without collecting anything.
    const value = fieldOf(doc, parts[0] as string);
    if (Array.isArray(value) && leaf === 'expand' && value.some(test)) return true;
    return test(value);
  }
  let passed = false;
  visitFrom(doc, parts, 0, leaf, (value) => {
    passed ||= test(value);
  });
  return passed;
}

/** Whether the path meets an array, at its end or on its way. */
export function isMultikeyAt(doc: Doc, path: string): boolean {
  let value: Maybe = doc;
  for (const part of path.split('.')) {
    if (!isDoc(value)) return false;
    value = fieldOf(value, part);
    if (Array.isArray(value)) return true;
  }
  return false;
}
