/**
 * A compiled condition on one field. `at` asks a document at a path, entering arrays as MongoDB does;
 * `single` asks one value as it stands, which is what `$elemMatch`, `$pull` and `$not` need.
 */
import { someLeaf } from './path';
import type { Doc, Maybe } from './value';

export interface Condition {
  at(doc: Doc, path: readonly string[]): boolean;
  single(value: Maybe): boolean;
}

/** Holds when any value at the path passes: an element of an array there, or the array itself. */
export const onLeaf = (test: (value: Maybe) => boolean): Condition => ({
  at: (doc, path) => someLeaf(doc, path, 'expand', test),
  single: test,
});

/** Holds when the value at the path passes as a whole; its elements are not tried. */
export const onWhole = (test: (value: Maybe) => boolean): Condition => ({
  at: (doc, path) => someLeaf(doc, path, 'whole', test),
  single: test,
});

export const negate = (condition: Condition): Condition => ({
  at: (doc, path) => !condition.at(doc, path),
  single: (value) => !condition.single(value),
});

export const allOf = (conditions: readonly Condition[]): Condition => ({
  at: (doc, path) => conditions.every((condition) => condition.at(doc, path)),
  single: (value) => conditions.every((condition) => condition.single(value)),
});

export const anyOf = (conditions: readonly Condition[]): Condition => ({
  at: (doc, path) => conditions.some((condition) => condition.at(doc, path)),
  single: (value) => conditions.some((condition) => condition.single(value)),
});

export const never: Condition = { at: () => false, single: () => false };
