import type { SealedNote } from '../../../domain/sealed-note/sealed-note.schema';
import { sealedNoteIdOf } from '../../../domain/sealed-note/sealed-note.schema';
import { readOne } from '../../kernel/database';
import { refuseCode, refuseGuessing } from '../class-code';
import type { Passer } from '../procedure';
import { CARD_DOOR } from './card-door';
import { cardIdOf } from './card-id';
import { readCard } from './heart-to-heart-card.store';

/** What came back on a card, for whoever holds its receipt. Nothing of the card itself. */
export async function readReceipt(ctx: Passer, receipt: string) {
  const cardId = cardIdOf(receipt);
  const [card, answer] = await Promise.all([
    readCard(cardId),
    readOne<SealedNote>('sealedNotes', sealedNoteIdOf(cardId, 'heartToHeartAnswer')),
    refuseGuessing(ctx, CARD_DOOR),
  ]);
  if (!card) return refuseCode(ctx, CARD_DOOR);
  return {
    isOpened: card.openedAt !== null,
    answer: answer && { text: answer.text, byName: answer.updatedByName, at: answer.updatedAt },
  };
}
