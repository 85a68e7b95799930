/** The update operators of arrays. */
import { compareValues, sorter } from './compare';
import { failure } from './failure';
import { compileQuery } from './match';
import { compileOperand } from './match-operators';
import { int32Of } from './number';
import { render, renderField } from './render';
import { type Change, type UpdateOperator, unchanged } from './update-change';
import { checkStorable } from './update-path';
import { type Doc, equalValues, isDoc, isNumeric, type Maybe, typeOf, type Value } from './value';

function each(operator: string, operand: Doc, was: string): Value[] {
  const values = operand.$each as Value;
  if (!Array.isArray(values)) {
    throw failure(
      `The argument to $each in ${operator} must be an array but it was of type${was} ${typeOf(values)}`,
    );
  }
  return values;
}

type Order = (a: Value, b: Value) => number;

/** `1` or `-1` orders whole elements; a pattern orders documents by their fields. */
function elementOrder(pattern: Value): Order {
  if (isNumeric(pattern)) {
    const direction = Number(pattern);
    if (direction !== 1 && direction !== -1) {
      throw failure('The $sort element value must be either 1 or -1');
    }
    return (a, b) => compareValues(a, b) * direction;
  }
  if (!isDoc(pattern) || Object.keys(pattern).length === 0) {
    throw failure(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  }
  for (const [path, direction] of Object.entries(pattern)) {
    if (path.split('.').includes(''))
      throw failure(`The $sort field is a dotted field but has an empty part: ${path}`);
    if (direction !== 1 && direction !== -1) {
      throw failure('The $sort element value must be either 1 or -1');
    }
  }
  const byFields = sorter(pattern as Record<string, 1 | -1>);
  // An element that is no document sorts as one without the fields.
  const docOf = new Map<Value, Doc>();
  const asDoc = (value: Value): Doc => {
    if (isDoc(value)) return value;
    const known = docOf.get(value) ?? {};
    docOf.set(value, known);
    return known;
  };
  return (a, b) => byFields(asDoc(a), asDoc(b));
}

function integer(value: Value, clause: string): number {
  const plain = int32Of(value);
  if (plain === undefined) {
    throw failure(
      `The value for ${clause} must be an integer value but was given type: ${typeOf(value)}`,
    );
  }
  return plain;
}

const pushClauses = ['$each', '$position', '$slice', '$sort'];

const push: UpdateOperator = (operand, path) => {
  const isModified = isDoc(operand) && '$each' in operand;
  const modifiers: Doc = isModified ? operand : { $each: [operand] };
  const unknown = Object.keys(modifiers).find((clause) => !pushClauses.includes(clause));
  if (unknown) throw failure(`Unrecognized clause in $push: ${unknown}`);
  const added = each('$push', modifiers, ':');
  added.forEach((value, at) => {
    checkStorable(value, `${path}.${at}`);
  });
  const { $position, $slice, $sort } = modifiers;
  const position = $position === undefined ? undefined : integer($position, '$position');
  const slice = $slice === undefined ? undefined : integer($slice, '$slice');
  const order = $sort === undefined ? undefined : elementOrder($sort);
  return (current, { name, id }) => {
    if (current !== undefined && !Array.isArray(current)) {
      throw failure(
        `The field '${name}' must be an array but is of type ${typeOf(current)} in document ${renderField('_id', id)}`,
      );
    }
    const values = [...(current ?? [])];
    values.splice(position ?? values.length, 0, ...added);
    if (order) values.sort(order);
    if (slice === undefined) return values;
    if (slice === 0) return [];
    return slice > 0 ? values.slice(0, slice) : values.slice(slice);
  };
};

const pop: UpdateOperator = (operand, path) => {
  if (!isNumeric(operand)) throw failure(`Expected a number in: ${path}: ${render(operand)}`);
  const end = Number(operand);
  if (end !== 1 && end !== -1) throw failure(`$pop expects 1 or -1, found: ${render(operand)}`);
  return (current, target) => {
    if (current === undefined) return unchanged;
    if (!Array.isArray(current)) {
      throw failure(
        `Path '${target.path}' contains an element of non-array type '${typeOf(current)}'`,
      );
    }
    return end === 1 ? current.slice(0, -1) : current.slice(1);
  };
};

/** Removes the elements that pass; a field that is not there stays so. */
const removing =
  (operator: string, doomed: (value: Value) => boolean): Change =>
  (current) => {
    if (current === undefined) return unchanged;
    if (!Array.isArray(current)) throw failure(`Cannot apply ${operator} to a non-array value`);
    return current.filter((value) => !doomed(value));
  };

const startsWithFieldOperator = (operand: Doc): boolean => {
  const [first = ''] = Object.keys(operand);
  return first.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first);
};

/** A document operand is a query on elements that are documents; anything else is a condition. */
const pull: UpdateOperator = (operand) => {
  if (isDoc(operand) && !startsWithFieldOperator(operand)) {
    const test = compileQuery(operand);
    return removing('$pull', (value) => isDoc(value) && test(value));
  }
  const condition = compileOperand(operand, compileQuery);
  return removing('$pull', (value) => condition.single(value));
};

const pullAll: UpdateOperator = (operand) => {
  if (!Array.isArray(operand)) {
    throw failure(`$pullAll requires an array argument but was given a ${typeOf(operand)}`);
  }
  return removing('$pullAll', (value) => operand.some((other) => equalValues(value, other)));
};

const addToSet: UpdateOperator = (operand, path) => {
  const isModified = isDoc(operand) && Object.keys(operand)[0] === '$each';
  const added = isModified ? each('$addToSet', operand, '') : [operand];
  const unknown = isModified && Object.keys(operand).find((clause) => clause !== '$each');
  if (unknown)
    throw failure(`Found unexpected fields after $each in $addToSet: ${render(operand)}`);
  added.forEach((value, at) => {
    checkStorable(value, `${path}.${at}`);
  });
  return (current: Maybe, { name }) => {
    if (current !== undefined && !Array.isArray(current)) {
      throw failure(
        `Cannot apply $addToSet to non-array field. Field named '${name}' has non-array type ${typeOf(current)}`,
      );
    }
    const values = [...(current ?? [])];
    for (const value of added) {
      if (!values.some((other) => equalValues(other, value))) values.push(value);
    }
    return values;
  };
};

export const arrayOperators: Readonly<Record<string, UpdateOperator>> = {
  $push: push,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
  $addToSet: addToSet,
};
