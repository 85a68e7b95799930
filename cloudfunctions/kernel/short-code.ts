import { createHash } from 'node:crypto';
import { CODE_ALPHABET } from '../../domain/short-code';

/**
 * A short code made of a write id that nobody can guess: the same write always makes the same
 * code, so repeating it makes no second one.
 */
export function shortCode(seed: string, length: number): string {
  const bytes = createHash('sha256').update(seed).digest();
  // 31 letters in 65,536 values: no letter is noticeably likelier than another.
  return Array.from(
    { length },
    (_, index) => CODE_ALPHABET[bytes.readUInt16BE(index * 2) % CODE_ALPHABET.length],
  ).join('');
}
