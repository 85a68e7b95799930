/** Full-width letters, digits and brackets as half-width, without spaces at the ends. */
export const plainCell = (cell: string): string => cell.normalize('NFKC').trim();

/** The same without any space: for words that offices stretch (`姓　名`, `张  三`). */
export const packedCell = (cell: string): string => plainCell(cell).replace(/\s+/g, '');

/** A name: Chinese ones lose the spaces that make them align, others keep one. */
export function nameOf(cell: string): string {
  const plain = plainCell(cell).replace(/\s+/g, ' ');
  return /[\u4e00-\u9fff]/.test(plain) ? plain.replace(/ /g, '') : plain;
}

const SCIENTIFIC = /^(\d)(?:\.(\d+))?E\+?(\d{1,2})$/i;

/**
 * A number that is a name (学号, 电话) as its digits. Excel writes long ones as 1.38E+10: those that
 * still hold every digit are spelled out.
 *
 * @returns null if digits were lost
 */
export function digitsOf(cell: string): string | null {
  const plain = packedCell(cell).replace(/^'/, '');
  const [, first, rest = '', exponent] = SCIENTIFIC.exec(plain) ?? [];
  if (first === undefined) return plain.replace(/\.0$/, '');
  const digits = first + rest;
  return digits.length === Number(exponent) + 1 ? digits : null;
}

/** Eighteen places, the last may be X; 学籍号 puts a letter before it. Never kept. */
export const isIdentityNumber = (cell: string): boolean =>
  /^[A-Z]?[1-9]\d{5}(19|20)\d{9}[\dX]$/i.test(packedCell(cell));

const DAY_WORDS = /日期|生日|出生|时间$/;
const EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** Excel counts days from 1900; in a column that speaks of days such a number is a day. */
export function dayFromSerial(label: string, cell: string): string {
  const serial = Number(cell);
  if (!DAY_WORDS.test(label) || !/^\d{5}$/.test(cell) || serial < 20_000 || serial > 60_000) {
    return cell;
  }
  return new Date(EPOCH + serial * DAY_MS).toISOString().slice(0, 10);
}

/** The letters of a column as Excel shows them: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = index % 26;
  const before = (index - rest) / 26;
  return (before > 0 ? columnLetters(before - 1) : '') + String.fromCharCode(65 + rest);
}
