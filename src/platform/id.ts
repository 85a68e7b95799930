import { randomBytes } from './random';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LENGTH = 20;

/** The largest multiple of 62 in a byte: bytes from here on would favour the first letters. */
const FAIR = 248;

/** An id that nobody can guess: 20 letters and digits, 119 bits. Made where the record is made. */
export function newId(): string {
  let id = '';
  while (id.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      if (byte < FAIR && id.length < LENGTH) id += ALPHABET[byte % ALPHABET.length];
    }
  }
  return id;
}
