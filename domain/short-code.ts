import * as z from 'zod/mini';

/** Letters and digits that nobody mistakes for one another. */
export const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A code as people type it: in small letters, with blanks; as stored, without. */
export const shortCodeOf = (label: string, length: number) =>
  z.pipe(
    z.pipe(
      z.string({ error: `请填写${label}。` }).check(z.maxLength(40)),
      z.transform((typed: string) => typed.replace(/\s/g, '').toUpperCase()),
    ),
    z.string().check(
      z.regex(new RegExp(`^[A-Z0-9]{${length}}$`), {
        error: `${label}是 ${length} 位字母和数字，请核对一下。`,
      }),
    ),
  );
