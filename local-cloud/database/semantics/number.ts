/** Arithmetic that keeps 64-bit integers exact, as the database does and plain numbers do not. */
import { isNumeric, type Maybe, typeOf, type Value } from './value';

export type Num = number | bigint;

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

const isInteger = (value: Num): boolean =>
  typeof value === 'bigint' || ['int', 'long'].includes(typeOf(value));

/** The number to calculate with; a decimal is calculated as a double. */
export function numOf(value: Value): Num {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  return Number(String(value));
}

/** A long that a number holds exactly is a number; one beyond 64 bits turns into a double. */
function fromBigInt(value: bigint): Num {
  if (value < LONG_MIN || value > LONG_MAX) return Number(value);
  const plain = Number(value);
  return Number.isSafeInteger(plain) ? plain : value;
}

function combine(
  a: Num,
  b: Num,
  plain: (a: number, b: number) => number,
  exact: (a: bigint, b: bigint) => bigint,
): Num {
  const areIntegers = isInteger(a) && isInteger(b);
  if (typeof a === 'number' && typeof b === 'number') {
    const result = plain(a, b);
    if (!areIntegers || Number.isSafeInteger(result)) return result;
  }
  return areIntegers ? fromBigInt(exact(BigInt(a), BigInt(b))) : plain(Number(a), Number(b));
}

export const add = (a: Num, b: Num): Num =>
  combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
  );
export const subtract = (a: Num, b: Num): Num =>
  combine(
    a,
    b,
    (x, y) => x - y,
    (x, y) => x - y,
  );
export const multiply = (a: Num, b: Num): Num =>
  combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
  );

/** Whether two integers gave something that 64 bits cannot hold. */
export const hasOverflowed = (a: Num, b: Num, result: Num): boolean =>
  isInteger(a) && isInteger(b) && !isInteger(result) && result !== 0;

/** A whole number of 32 bits, or undefined: an index, a length, a count. */
export function int32Of(value: Maybe): number | undefined {
  if (!isNumeric(value)) return undefined;
  const plain = Number(numOf(value));
  return Number.isInteger(plain) && Math.abs(plain) <= 0x7fffffff ? plain : undefined;
}
