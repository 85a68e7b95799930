/** Updates: `applyUpdate` gives the document that MongoDB would store. */
import { failure } from './failure';
import { render, renderField } from './render';
import { type Change, type Target, unchanged } from './update-change';
import { updateOperators } from './update-operators';
import { checkConflicts, checkPath, expandPath, isIndex } from './update-path';
import {
  type Doc,
  deepClone,
  equalValues,
  fieldOf,
  isDoc,
  type Maybe,
  setField,
  typeOf,
  type Value,
} from './value';

/** What an update may need besides the document. */
export interface UpdateContext {
  /** The query that found the document, for the positional `$`. */
  query?: Doc;
  /** The server's clock for `$currentDate`: milliseconds since 1970, UTC. */
  nowMs?: number;
}

/** MongoDB's own bound on how far an index may lie behind the end of an array. */
const MOST_PADDING = 1_500_000;

interface Step {
  path: string;
  change: Change;
}

type Container = Doc | Value[];

const isContainer = (value: Maybe): value is Container => Array.isArray(value) || isDoc(value);

const childOf = (container: Container, part: string): Maybe => {
  if (!Array.isArray(container)) return fieldOf(container, part);
  return isIndex(part) ? container[Number(part)] : undefined;
};

function putChild(container: Container, part: string, value: Value): void {
  if (!Array.isArray(container)) {
    setField(container, part, value);
    return;
  }
  const index = Number(part);
  if (index - container.length > MOST_PADDING) {
    throw failure(`can't backfill more than ${MOST_PADDING} elements`);
  }
  while (container.length < index) container.push(null);
  container[index] = value;
}

function removeChild(container: Container, part: string): void {
  // An element of an array becomes null, so that the others keep their places.
  if (Array.isArray(container)) container[Number(part)] = null;
  else delete container[part];
}

function cannotCreate(part: string, name: string, value: Maybe): never {
  throw failure(`Cannot create field '${part}' in element ${renderField(name, value)}`);
}

/** Finds the field, lets `change` decide, and writes below a parent that is made when needed. */
function applyAt(
  doc: Doc,
  path: string,
  change: Change,
  context: Omit<Target, 'name' | 'path'>,
): void {
  const parts = path.split('.');
  let container: Container = doc;
  let name = '';
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1;
    const current = childOf(container, part);
    const isMissing = current === undefined || (!isLast && !isContainer(current));
    if (!isLast && !isMissing) {
      container = current as Container;
      name = part;
      continue;
    }
    const leaf = isLast ? current : undefined;
    const next = change(leaf, { ...context, name: parts.at(-1) as string, path });
    if (next === unchanged) return;
    if (next === undefined) {
      if (isLast && current !== undefined) removeChild(container, part);
      return;
    }
    if (Array.isArray(container) && !isIndex(part)) cannotCreate(part, name, container);
    if (!isLast && current !== undefined) cannotCreate(parts[at + 1] as string, part, current);
    const rest = parts.slice(at + 1).reverse();
    putChild(
      container,
      part,
      rest.reduce<Value>((inner, field) => ({ [field]: inner }), deepClone(next)),
    );
    return;
  }
}

function operandsOf(operator: string, operands: Value): [string, Value][] {
  if (isDoc(operands)) return Object.entries(operands);
  throw failure(
    `Modifiers operate on fields but we found type ${typeOf(operands)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${render(operands)}}`,
  );
}

/** The operand of `$rename`, checked as far as that goes without a document. */
function renameTarget(from: string, to: Value): string {
  if (typeof to !== 'string') {
    throw failure(`The 'to' field for $rename must be a string: ${from}: ${render(to)}`);
  }
  checkPath(to);
  for (const [side, path] of [
    ['source', from],
    ['destination', to],
  ] as const) {
    if (path.split('.').some((part) => part.startsWith('$'))) {
      throw failure(`The ${side} field for $rename may not be dynamic: ${path}`);
    }
  }
  if (from === to) {
    throw failure(`The source and target field for $rename must differ: ${from}: ${render(to)}`);
  }
  return to;
}

/** Walks down documents only. @throws DatabaseError when an array stands in the way. */
function valueFor(doc: Doc, side: string, path: string): Maybe {
  let value: Maybe = doc;
  for (const part of path.split('.')) {
    refuseArray(doc, value, side, path);
    value = isDoc(value) ? fieldOf(value, part) : undefined;
  }
  return value;
}

/** A rename is a removal and a write; a field that is not there is not renamed. */
function renameSteps(doc: Doc, from: string, to: string): Step[] {
  const moved = valueFor(doc, 'source', from);
  if (moved === undefined) return [];
  valueFor(doc, 'destination', to);
  return [
    { path: from, change: () => undefined },
    { path: to, change: () => moved },
  ];
}

function refuseArray(doc: Doc, value: Maybe, side: string, path: string): void {
  if (!Array.isArray(value)) return;
  const array = Object.keys(doc).find((field) => path.startsWith(`${field}.`)) ?? path;
  throw failure(
    `The ${side} field cannot be an array element, '${path}' in doc with _id: ${render(doc._id)} has an array field called '${array}'`,
  );
}

/** One operand of one operator, before a document says which fields it means. */
interface Part {
  /** The paths as given, positional parts included. */
  paths: string[];
  steps(doc: Doc, query: Doc | undefined): Step[];
}

function partOf(operator: string, path: string, operand: Value): Part {
  checkPath(path);
  if (operator === '$rename') {
    const to = renameTarget(path, operand);
    return { paths: [path, to], steps: (doc) => renameSteps(doc, path, to) };
  }
  const compile = Object.hasOwn(updateOperators, operator) ? updateOperators[operator] : undefined;
  if (!compile) throw unknownModifier(operator);
  const change = compile(operand, path);
  return {
    paths: [path],
    steps: (doc, query) =>
      expandPath(doc, path, query).map((concrete) => ({ path: concrete, change })),
  };
}

const unknownModifier = (operator: string): Error =>
  failure(`Unknown modifier: ${operator}. Expected a valid update modifier`);

function partsOf(update: Doc): Part[] {
  const operators = Object.entries(update);
  if (operators.length === 0) throw failure('update document must have at least one element');
  return operators.flatMap(([operator, operands]) => {
    if (!operator.startsWith('$')) throw unknownModifier(operator);
    return operandsOf(operator, operands).map(([path, operand]) => partOf(operator, path, operand));
  });
}

/** Names as text, array positions as numbers: the order in which new fields are added. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (const [at, part] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (part === other) continue;
    if (isIndex(part) && isIndex(other)) return Number(part) - Number(other);
    return part < other ? -1 : 1;
  }
  return left.length - right.length;
}

/**
 * Checks an update once and gives what it does to a document: a new one; the given one stays as it is.
 * @throws DatabaseError `DATABASE_REQUEST_FAILED` with MongoDB's text: at once for every operand, path
 *   or conflict that MongoDB refuses; for a document that has the wrong type, or whose `_id` would
 *   change, when it comes to that document.
 */
export function compileUpdate(update: Doc, context: UpdateContext = {}): (doc: Doc) => Doc {
  const parts = partsOf(update);
  const paths = parts.flatMap((part) => part.paths);
  checkConflicts(paths);
  const isPositional = paths.some((path) => path.includes('$'));
  return (doc) => {
    const steps = parts.flatMap((part) => part.steps(doc, context.query));
    if (isPositional) checkConflicts(steps.map((step) => step.path));
    const updated = deepClone(doc);
    for (const { path, change } of steps.toSorted((a, b) => comparePaths(a.path, b.path))) {
      applyAt(updated, path, change, { id: doc._id, nowMs: context.nowMs });
    }
    if (!equalValues(updated._id, doc._id)) {
      throw failure(
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
    }
    return updated;
  };
}

/** Applies an update to a single document; see `compileUpdate`. */
export const applyUpdate = (doc: Doc, update: Doc, context: UpdateContext = {}): Doc =>
  compileUpdate(update, context)(doc);
