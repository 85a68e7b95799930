import type { Door } from '../class-code';

/** Codes and receipts share their tries: whoever guesses the one guesses the other. */
export const CARD_DOOR: Door = { name: 'cardTry', max: 10, refusal: 'cardCodeRefused' };
