import { shortCode } from '../../kernel/short-code';

/** Which card a receipt stands for; it cannot be read backwards. */
export const cardIdOf = (receipt: string): string => shortCode(`card ${receipt}`, 16);
