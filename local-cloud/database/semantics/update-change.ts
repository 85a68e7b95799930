import type { Maybe, Value } from './value';

/** What an operator may know about the field it changes. */
export interface Target {
  /** The last part of the path. */
  name: string;
  path: string;
  /** `_id` of the document, for error texts. */
  id: Maybe;
  nowMs: number | undefined;
}

/** Leaves the field as it is (or as it is not). */
export const unchanged = Symbol('unchanged');

/** Gives the field's new value; `undefined` removes the field. */
export type Change = (current: Maybe, target: Target) => Maybe | typeof unchanged;

/** Checks the operand once, before any document is touched. */
export type UpdateOperator = (operand: Value, path: string) => Change;
