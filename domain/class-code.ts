import type { Stored } from './schema';
import type { Student } from './school/roster.schema';
import { shortCodeOf } from './short-code';

/**
 * A code of a class: students, who have no account, hand something in with it on any phone, until
 * it ends. `_id` is the code.
 */
export interface ClassCode extends Stored {
  classId: string;
  divisionId: string;
  expiresAt: Date;
  /** Ended by a teacher before its time. */
  endedAt: Date | null;
}

export const CODE_LENGTH = 8;

/** A code of a class as it is typed. */
export const classCode = (label: string) => shortCodeOf(label, CODE_LENGTH);

/** Blanks, dots and dashes between letters hide no word. */
export const lettersOf = (text: string): string =>
  text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a code lets somebody in. Nobody is told why not. */
export const isCodeValid = (
  code: Pick<ClassCode, 'expiresAt' | 'endedAt'> | null,
  now: Date,
): boolean => code !== null && code.endedAt === null && new Date(code.expiresAt) > now;

/** Who signed: the one student of the class with exactly this name, or nobody. */
export function signedBy<S extends Pick<Student, 'name' | 'status'>>(
  name: string,
  roster: readonly S[],
): S | null {
  const wanted = lettersOf(name);
  if (wanted === '') return null;
  const found = roster.filter((one) => one.status === 'enrolled' && lettersOf(one.name) === wanted);
  return found.length === 1 ? (found[0] ?? null) : null;
}
