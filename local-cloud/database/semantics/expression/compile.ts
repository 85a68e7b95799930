/** Aggregation expressions: `compileExpression` turns one into a function of a document. */
import { failure } from '../failure';
import { render } from '../render';
import { type Doc, fieldOf, isDoc, type Maybe, setField, type Value } from '../value';
import { accumulatorOperators } from './accumulator';
import { arithmeticOperators } from './arithmetic';
import { arrayOperators } from './array';
import { comparisonOperators } from './comparison';
import { conditionalOperators } from './conditional';
import { dateOperators } from './date';
import { objectOperators } from './object';
import type { Compile, Expression, Operator, OperatorTable } from './operator';
import { setOperators } from './set';
import { stringOperators } from './string';
import { typeOperators } from './type';

const literal: OperatorTable = {
  $literal: (operand) => () => operand,
  $const: (operand) => () => operand,
};

const operators: OperatorTable = {
  ...literal,
  ...accumulatorOperators,
  ...arithmeticOperators,
  ...arrayOperators,
  ...comparisonOperators,
  ...conditionalOperators,
  ...dateOperators,
  ...objectOperators,
  ...setOperators,
  ...stringOperators,
  ...typeOperators,
};

/** A path through arrays gives an array of what each element has; numeric parts are field names. */
export function resolve(value: Maybe, parts: readonly string[], at = 0): Maybe {
  if (at === parts.length) return value;
  if (Array.isArray(value)) {
    return value.map((item) => resolve(item, parts, at)).filter((item) => item !== undefined);
  }
  return isDoc(value) ? resolve(fieldOf(value, parts[at] as string), parts, at + 1) : undefined;
}

const always = ['ROOT', 'CURRENT', 'REMOVE'];

function variable(path: string, names: readonly string[]): Expression {
  const [name = '', ...parts] = path.split('.');
  if (!always.includes(name) && !names.includes(name)) {
    throw failure(`Use of undefined variable: ${name}`);
  }
  if (name === 'REMOVE') return () => undefined;
  if (name === 'ROOT' || name === 'CURRENT') return (scope) => resolve(scope.root, parts);
  return (scope) => resolve(scope.variables[name], parts);
}

function fieldPath(path: string): Expression {
  if (path === '') throw failure("'$' by itself is not a valid FieldPath");
  const parts = path.split('.');
  if (parts.includes('')) throw failure('FieldPath field names may not be empty strings.');
  const dollar = parts.find((part) => part.startsWith('$'));
  if (dollar) throw failure(`FieldPath field names may not start with '$'.`);
  return (scope) => resolve(scope.root, parts);
}

function operatorOf(name: string): Operator {
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!operator) throw failure(`Unrecognized expression '${name}'`);
  return operator;
}

function documentOf(fields: [string, Expression][]): Expression {
  return (scope) => {
    const doc: Doc = {};
    for (const [field, evaluate] of fields) {
      const value = evaluate(scope);
      if (value !== undefined) setField(doc, field, value);
    }
    return doc;
  };
}

function compileDoc(doc: Doc, compile: Compile): Expression {
  const entries = Object.entries(doc);
  const [first] = entries;
  if (first?.[0].startsWith('$')) {
    if (entries.length > 1) {
      throw failure(
        `an object representing an expression must have exactly one field: ${render(doc)}`,
      );
    }
    return operatorOf(first[0])(first[1], compile, first[0]);
  }
  return documentOf(
    entries.map(([field, value]) => {
      if (field.includes('.')) throw failure(`FieldPath field names may not contain '.'.`);
      if (field.startsWith('$')) {
        throw failure(`field names may not start with '$': ${field}`);
      }
      return [field, compile(value)];
    }),
  );
}

/**
 * Compiles an aggregation expression.
 * @param names the `$$names` it may use besides ROOT, CURRENT and REMOVE.
 * @throws DatabaseError for an unknown operator or variable and for a wrong number of operands.
 */
export function compileExpression(expression: Value, names: readonly string[] = []): Expression {
  const compile: Compile = (operand, more = []) => compileExpression(operand, [...names, ...more]);
  if (typeof expression === 'string') {
    if (expression.startsWith('$$')) return variable(expression.slice(2), names);
    if (expression.startsWith('$')) return fieldPath(expression.slice(1));
    return () => expression;
  }
  if (Array.isArray(expression)) {
    const items = expression.map((item) => compile(item));
    return (scope) => items.map((evaluate) => evaluate(scope) ?? null);
  }
  return isDoc(expression) ? compileDoc(expression, compile) : () => expression;
}
