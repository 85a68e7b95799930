/** Queries: `compileQuery` turns one into a test of one document. */
import { compileExpression } from './expression/compile';
import { isTruthy } from './expression/truth';
import { failure } from './failure';
import { compileOperand } from './match-operators';
import { type Doc, isDoc, type Value } from './value';

export type Test = (doc: Doc) => boolean;

function clauses(operator: string, operand: Value, variables: Variables): Test[] {
  if (!Array.isArray(operand)) throw failure(`${operator} must be an array`);
  if (operand.length === 0) throw failure('$and/$or/$nor must be a nonempty array');
  return operand.map((clause) => {
    if (!isDoc(clause)) throw failure('$or/$and/$nor entries need to be full objects');
    return compileQuery(clause, variables);
  });
}

/** Values for the `$$names` of a `$expr`, as `$lookup` binds them with `let`. */
export type Variables = Readonly<Record<string, Value | undefined>>;

type Logical = (operand: Value, variables: Variables) => Test;

const logical: Readonly<Record<string, Logical>> = {
  $and: (operand, variables) => {
    const tests = clauses('$and', operand, variables);
    return (doc) => tests.every((test) => test(doc));
  },
  $or: (operand, variables) => {
    const tests = clauses('$or', operand, variables);
    return (doc) => tests.some((test) => test(doc));
  },
  $nor: (operand, variables) => {
    const tests = clauses('$nor', operand, variables);
    return (doc) => !tests.some((test) => test(doc));
  },
  $expr: (operand, variables) => {
    const evaluate = compileExpression(operand, Object.keys(variables));
    return (doc) => isTruthy(evaluate({ root: doc, variables }));
  },
  $comment: () => () => true,
};

/** What MongoDB has and we do not; said plainly, so that nobody looks for a typing error. */
const absent: ReadonlySet<string> = new Set(['$where', '$text', '$jsonSchema']);

/**
 * Compiles a query into a test of one document.
 * @param variables what `$expr` may name; `NOW` among them where the clock is needed.
 * @throws DatabaseError `DATABASE_REQUEST_FAILED` for what MongoDB refuses, and for `$where`, `$text`
 *   and `$jsonSchema`, which the local cloud does not have.
 */
export function compileQuery(query: Doc, variables: Variables = {}): Test {
  const tests = Object.entries(query).map(([key, operand]): Test => {
    const operator = Object.hasOwn(logical, key) ? logical[key] : undefined;
    if (operator) return operator(operand, variables);
    if (absent.has(key)) throw failure(`the local cloud does not have ${key}`);
    if (key.startsWith('$')) throw failure(`unknown top level operator: ${key}`);
    const condition = compileOperand(operand, compileQuery);
    const path = key.split('.');
    return (doc) => condition.at(doc, path);
  });
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (doc) => tests.every((test) => test(doc));
}
