/** The update operators of single values. One row of the table is one operator. */

import { compareValues } from './compare';
import { failure } from './failure';
import { add, hasOverflowed, multiply, type Num, numOf } from './number';
import { render, renderField } from './render';
import { arrayOperators } from './update-arrays';
import { type UpdateOperator, unchanged } from './update-change';
import { checkStorable } from './update-path';
import { isDoc, isNumeric, type Maybe, typeOf } from './value';

const arithmetic =
  (
    operator: '$inc' | '$mul',
    verb: string,
    apply: (a: Num, b: Num) => Num,
    ofMissing: (operand: Num) => Num,
  ): UpdateOperator =>
  (operand, path) => {
    if (!isNumeric(operand)) {
      throw failure(`Cannot ${verb} with non-numeric argument: ${renderField(path, operand)}`);
    }
    const by = numOf(operand);
    return (current, { name, id }) => {
      if (current === undefined) return ofMissing(by);
      if (!isNumeric(current)) {
        throw failure(
          `Cannot apply ${operator} to a value of non-numeric type. ${renderField('_id', id)} has the field '${name}' of non-numeric type ${typeOf(current)}`,
        );
      }
      const before = numOf(current);
      const after = apply(before, by);
      if (hasOverflowed(before, by, after)) {
        throw failure(
          `Failed to apply ${operator} operations to current value ((NumberLong)${before}) for document ${renderField('_id', id)}`,
        );
      }
      return after;
    };
  };

const extreme =
  (direction: 1 | -1): UpdateOperator =>
  (operand, path) => {
    checkStorable(operand, path);
    return (current) =>
      current === undefined || compareValues(operand, current) * direction > 0
        ? operand
        : unchanged;
  };

const currentDate: UpdateOperator = (operand, path) => {
  const isDate =
    operand === true || operand === false || (isDoc(operand) && operand.$type === 'date');
  if (!isDate) {
    throw failure(
      `${typeOf(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'date'}) for field ${path}.`,
    );
  }
  return (_current, { nowMs }) => {
    if (nowMs === undefined) throw failure('$currentDate needs the clock');
    return new Date(nowMs);
  };
};

const bitwise: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

const isInteger = (value: Maybe): value is Num => ['int', 'long'].includes(typeOf(value));

const bit: UpdateOperator = (operand, path) => {
  if (!isDoc(operand)) {
    throw failure(
      `The $bit modifier is not compatible with a ${typeOf(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    );
  }
  const steps = Object.entries(operand).map(([name, value]) => {
    const apply = Object.hasOwn(bitwise, name) ? bitwise[name] : undefined;
    if (!apply) {
      throw failure(
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: ${renderField(name, value)}`,
      );
    }
    if (!isInteger(value)) {
      throw failure(
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeOf(value)}' is not supported here: ${renderField(name, value)}`,
      );
    }
    return (current: bigint) => apply(current, BigInt(value));
  });
  if (steps.length === 0) {
    throw failure(
      `You must pass in at least one bitwise operation. The format is: {$bit: {${path}: {and/or/xor: #}}`,
    );
  }
  return (current, { name, id }) => {
    if (current !== undefined && !isInteger(current)) {
      throw failure(
        `Cannot apply $bit to a value of non-integral type._id: ${render(id)} has the field ${name} of non-integer type ${typeOf(current)}`,
      );
    }
    const result = steps.reduce((value, step) => step(value), BigInt(current ?? 0));
    return add(0, result);
  };
};

export const updateOperators: Readonly<Record<string, UpdateOperator>> = {
  $set: (operand, path) => {
    checkStorable(operand, path);
    return () => operand;
  },
  $unset: () => () => undefined,
  $inc: arithmetic('$inc', 'increment', add, (by) => by),
  $mul: arithmetic('$mul', 'multiply', multiply, () => 0),
  $min: extreme(-1),
  $max: extreme(1),
  $currentDate: currentDate,
  $bit: bit,
  // Only an upsert inserts, and the SDK's upsert is a whole document.
  $setOnInsert: () => () => unchanged,
  ...arrayOperators,
};
