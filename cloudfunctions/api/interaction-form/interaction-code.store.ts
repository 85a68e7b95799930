import type { InteractionCode } from '../../../domain/interaction-form/interaction-code.schema';
import { readMany, readOne } from '../../kernel/database';

export const readInteractionCode = (code: string): Promise<InteractionCode | null> =>
  readOne<InteractionCode>('interactionCodes', code);

/** A teacher makes a new one when a slip has gone astray: the latest are enough. */
const MAX_CODES = 5;

export const readInteractionCodes = (
  schoolId: string,
  campaignId: string,
  classId: string,
): Promise<InteractionCode[]> =>
  readMany<InteractionCode>('interactionCodes', {
    where: { schoolId, campaignId, classId },
    orderBy: [['expiresAt', 'desc']],
    limit: MAX_CODES,
  });
