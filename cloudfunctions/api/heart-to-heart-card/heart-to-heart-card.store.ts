import {
  CARD_PAGE,
  type HeartToHeartCard,
  type HeartToHeartCode,
} from '../../../domain/heart-to-heart-card/heart-to-heart-card.schema';
import { command } from '../../kernel/cloud';
import { readMany, readOne } from '../../kernel/database';

export const readCode = (code: string): Promise<HeartToHeartCode | null> =>
  readOne<HeartToHeartCode>('heartToHeartCodes', code);

export const readCard = (cardId: string): Promise<HeartToHeartCard | null> =>
  readOne<HeartToHeartCard>('heartToHeartCards', cardId);

const MAX_CODES = 10;

/** The latest codes of a class, those that end last first. */
export const readCodesOfClass = (schoolId: string, classId: string): Promise<HeartToHeartCode[]> =>
  readMany<HeartToHeartCode>('heartToHeartCodes', {
    where: { schoolId, classId },
    orderBy: [['expiresAt', 'desc']],
    limit: MAX_CODES,
  });

/** Whose cards: those handed to a member, or those that cannot wait. */
export type CardPile = { toMemberId: string } | { isUrgent: true };

/** A page of a pile, newest first, and one more if there is a page after it. */
export function readCards(
  schoolId: string,
  pile: CardPile,
  before?: { at: string; id: string },
): Promise<HeartToHeartCard[]> {
  const own = { schoolId, ...pile };
  const at = before && new Date(before.at);
  return readMany<HeartToHeartCard>('heartToHeartCards', {
    where: at
      ? command.and([
          { ...own, createdAt: command.lte(at) },
          command.or([{ createdAt: command.lt(at) }, { _id: command.lt(before.id) }]),
        ])
      : own,
    orderBy: [
      ['createdAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: CARD_PAGE + 1,
  });
}

const MAX_OPEN = 5;

/** The oldest of a pile that wait for an answer. */
export const readOpenCards = (schoolId: string, pile: CardPile): Promise<HeartToHeartCard[]> =>
  readMany<HeartToHeartCard>('heartToHeartCards', {
    where: { schoolId, ...pile, state: 'open' },
    orderBy: [['createdAt', 'asc']],
    limit: MAX_OPEN,
  });
