/** Paths of updates: their checks, their conflicts, and the positional parts `$`, `$[]`, `$[id]`. */
import { failure } from './failure';
import { compileQuery } from './match';
import { leavesAt } from './path';
import { render } from './render';
import { type Doc, fieldOf, isDoc, type Maybe, setField, type Value } from './value';

const isPositional = (part: string): boolean => part === '$' || /^\$\[[^\]]*\]$/.test(part);

export const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/** @throws DatabaseError for an empty path or part, and for a field name that starts with `$`. */
export function checkPath(path: string): void {
  if (path === '') throw failure('An empty update path is not valid.');
  const parts = path.split('.');
  if (parts.includes('')) {
    throw failure(`The update path '${path}' contains an empty field name, which is not allowed.`);
  }
  const dollar = parts.find((part) => part.startsWith('$') && !isPositional(part));
  if (dollar) {
    throw failure(
      `The dollar ($) prefixed field '${dollar}' in '${path}' is not valid for storage.`,
    );
  }
  if (isPositional(parts[0] as string)) {
    throw failure(
      `Cannot have positional (i.e. '$') element in the first position in path '${path}'`,
    );
  }
}

/** Two operators may not touch one field, nor a field and something inside it. */
export function checkConflicts(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    for (const earlier of seen) {
      const [shorter, longer] = earlier.length <= path.length ? [earlier, path] : [path, earlier];
      if (longer === shorter || longer.startsWith(`${shorter}.`)) {
        throw failure(`Updating the path '${path}' would create a conflict at '${shorter}'`);
      }
    }
    seen.add(path);
  }
}

/** Field names of a stored value may not start with `$`, except those of a database reference. */
export function checkStorable(value: Value, path: string): void {
  if (Array.isArray(value)) {
    value.forEach((item, at) => {
      checkStorable(item, `${path}.${at}`);
    });
  } else if (isDoc(value)) {
    for (const [field, item] of Object.entries(value)) {
      const at = `${path}.${field}`;
      if (field.startsWith('$') && !['$ref', '$id', '$db'].includes(field)) {
        throw failure(
          `The dollar ($) prefixed field '${field}' in '${at}' is not valid for storage.`,
        );
      }
      checkStorable(item, at);
    }
  }
}

/** The query's own conditions on an array or inside it, `$and` included. */
function conditionsOn(query: Doc, array: string): Doc[] {
  return Object.entries(query).flatMap(([key, operand]) => {
    if (key === '$and' && Array.isArray(operand)) {
      return operand.filter(isDoc).flatMap((clause) => conditionsOn(clause, array));
    }
    return key === array || key.startsWith(`${array}.`) ? [{ [key]: operand }] : [];
  });
}

/** A document that holds only `value`, at `path`. */
function nest(path: string, value: Value): Doc {
  const [head = '', ...rest] = path.split('.');
  const doc: Doc = {};
  setField(doc, head, rest.length === 0 ? value : nest(rest.join('.'), value));
  return doc;
}

/** The first element of the array by which the document matched the query. */
function matchedIndex(doc: Doc, query: Doc | undefined, array: string): number {
  const [value] = leavesAt(doc, array, 'whole');
  const tests = query ? conditionsOn(query, array).map((condition) => compileQuery(condition)) : [];
  const index = Array.isArray(value)
    ? value.findIndex((item) => tests.every((test) => test(nest(array, [item]))))
    : -1;
  if (tests.length === 0 || index < 0) {
    throw failure('The positional operator did not find the match needed from the query.');
  }
  return index;
}

function arrayFor(doc: Doc, array: string): Value[] {
  let value: Maybe = doc;
  for (const part of array.split('.')) {
    value = Array.isArray(value)
      ? value[Number(part)]
      : isDoc(value)
        ? fieldOf(value, part)
        : undefined;
  }
  if (value === undefined) {
    throw failure(
      `The path '${array}' must exist in the document in order to apply array updates.`,
    );
  }
  if (!Array.isArray(value)) {
    const name = array.split('.').at(-1);
    throw failure(`Cannot apply array updates to non-array element ${name}: ${render(value)}`);
  }
  return value;
}

/**
 * The concrete paths that an update path means in this document: `$` is the matched element, `$[]`
 * every element. `$[id]` needs array filters, which the SDK cannot send.
 */
export function expandPath(doc: Doc, path: string, query: Doc | undefined): string[] {
  const parts = path.split('.');
  const at = parts.findIndex(isPositional);
  if (at < 0) return [path];
  const array = parts.slice(0, at).join('.');
  const rest = parts.slice(at + 1);
  const part = parts[at] as string;
  const positions =
    part === '$'
      ? [matchedIndex(doc, query, array)]
      : part === '$[]'
        ? [...arrayFor(doc, array).keys()]
        : unknownFilter(part, path);
  return positions.flatMap((position) =>
    expandPath(doc, [array, position, ...rest].join('.'), query),
  );
}

function unknownFilter(part: string, path: string): never {
  throw failure(`No array filter found for identifier '${part.slice(2, -1)}' in path '${path}'`);
}
