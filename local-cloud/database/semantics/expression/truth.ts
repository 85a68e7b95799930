import type { Maybe } from '../value';

/** What counts as true in an expression: everything but false, null, missing and zero. */
export const isTruthy = (value: Maybe): boolean =>
  value !== undefined && value !== null && value !== false && value !== 0 && value !== 0n;
