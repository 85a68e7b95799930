import { failure } from '../failure';
import { isDoc, isMissingOrNull, type Value } from '../value';
import { bind, fixed, named, type Operator, type OperatorTable, variableName } from './operator';
import { isTruthy } from './truth';

const condition: Operator = (operand, compile, name) => {
  if (Array.isArray(operand) && operand.length !== 3) {
    throw failure(`Expression $cond takes exactly 3 arguments. ${operand.length} were passed in.`);
  }
  const parts = Array.isArray(operand)
    ? operand
    : ((doc) => [doc.if, doc.then, doc.else])(named(name, operand, ['if', 'then', 'else']));
  const [test, then, otherwise] = parts.map((part) => compile(part as Value));
  return (scope) => (isTruthy(test?.(scope)) ? then?.(scope) : otherwise?.(scope));
};

const choice: Operator = (operand, compile, name) => {
  const doc = named(name, operand, ['branches'], ['default']);
  if (!Array.isArray(doc.branches)) {
    throw failure("$switch expected an array for 'branches'");
  }
  if (doc.branches.length === 0) throw failure('$switch requires at least one branch.');
  const branches = doc.branches.map((branch) => {
    if (!isDoc(branch)) throw failure('$switch expected each branch to be an object');
    const { case: test, then } = named('$switch', branch, ['case', 'then']);
    return [compile(test as Value), compile(then as Value)] as const;
  });
  const otherwise = doc.default === undefined ? undefined : compile(doc.default);
  return (scope) => {
    const chosen = branches.find(([test]) => isTruthy(test(scope)));
    if (chosen) return chosen[1](scope);
    if (otherwise) return otherwise(scope);
    throw failure(
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  };
};

const letIn: Operator = (operand, compile, name) => {
  const doc = named(name, operand, ['vars', 'in']);
  if (!isDoc(doc.vars as Value)) throw failure('invalid parameter: expected an object (vars)');
  const variables = Object.entries(doc.vars as Record<string, Value>).map(
    ([variable, value]) => [variableName(variable, variable), compile(value)] as const,
  );
  const body = compile(
    doc.in as Value,
    variables.map(([variable]) => variable),
  );
  return (scope) =>
    body(
      bind(
        scope,
        Object.fromEntries(variables.map(([variable, evaluate]) => [variable, evaluate(scope)])),
      ),
    );
};

export const conditionalOperators: OperatorTable = {
  $cond: condition,
  $ifNull: fixed(
    2,
    (values) => values.find((value) => !isMissingOrNull(value)) ?? values.at(-1),
    Infinity,
  ),
  $switch: choice,
  $let: letIn,
};
