/** What an expression is once compiled, and the usual ways to make an operator from a function. */
import { failure } from '../failure';
import { type Doc, isDoc, isMissingOrNull, type Maybe, type Value } from '../value';

/** What an expression is evaluated against: the document, and the values of `$$names`. */
export interface Scope {
  root: Doc;
  variables: Readonly<Record<string, Maybe>>;
}

/** `undefined` is MongoDB's "missing". */
export type Expression = (scope: Scope) => Maybe;

/** Compiles an operand; `names` are variables that the operator binds for it. */
export type Compile = (operand: Value, names?: readonly string[]) => Expression;

export type Operator = (operand: Value, compile: Compile, name: string) => Expression;

export type OperatorTable = Readonly<Record<string, Operator>>;

const operandsOf = (operand: Value): Value[] => (Array.isArray(operand) ? operand : [operand]);

function checkCount(name: string, count: number, least: number, most: number): void {
  if (count >= least && count <= most) return;
  throw failure(
    least === most
      ? `Expression ${name} takes exactly ${least} arguments. ${count} were passed in.`
      : `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${count} were passed in.`,
  );
}

/** An operator of a fixed (or ranged) number of operands, each evaluated before `apply` sees it. */
export const fixed =
  (least: number, apply: (values: Maybe[], name: string) => Maybe, most = least): Operator =>
  (operand, compile, name) => {
    const operands = operandsOf(operand).map((item) => compile(item));
    checkCount(name, operands.length, least, most);
    return (scope) =>
      apply(
        operands.map((evaluate) => evaluate(scope)),
        name,
      );
  };

/** Like `fixed`, but null or missing in any operand makes the whole null. */
export const nullable = (
  least: number,
  apply: (values: Value[], name: string) => Maybe,
  most = least,
): Operator =>
  fixed(
    least,
    (values, name) => (values.some(isMissingOrNull) ? null : apply(values as Value[], name)),
    most,
  );

/** An operator of one operand that gives null for null. */
export const unary = (apply: (value: Value, name: string) => Maybe): Operator =>
  nullable(1, ([value], name) => apply(value as Value, name));

export const variadic = (apply: (values: Maybe[], name: string) => Maybe): Operator =>
  fixed(0, apply, Infinity);

/**
 * The named operands of `{input: …, as: …}`.
 * @throws DatabaseError when one is unknown or a required one is absent.
 */
export function named(
  name: string,
  operand: Value,
  required: readonly string[],
  optional: readonly string[] = [],
): Doc {
  if (!isDoc(operand)) throw failure(`${name} only supports an object as its argument`);
  const unknown = Object.keys(operand).find(
    (key) => !required.includes(key) && !optional.includes(key),
  );
  if (unknown) throw failure(`Unrecognized parameter to ${name}: ${unknown}`);
  const absent = required.find((key) => operand[key] === undefined);
  if (absent) throw failure(`Missing '${absent}' parameter to ${name}`);
  return operand;
}

/** A scope with more variables, for the body of `$map`, `$filter`, `$reduce` and `$let`. */
export const bind = (scope: Scope, variables: Record<string, Maybe>): Scope => ({
  root: scope.root,
  variables: { ...scope.variables, ...variables },
});

/** The name that `as` gives, or MongoDB's default. */
export function variableName(given: Maybe, otherwise: string): string {
  if (given === undefined) return otherwise;
  if (typeof given !== 'string' || !/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(given)) {
    throw failure(`'${String(given)}' starts with an invalid character for a user variable name`);
  }
  return given;
}
