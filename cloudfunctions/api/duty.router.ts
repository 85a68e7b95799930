/**
 * What the cards of 今天 ask: one question a card, whatever features it takes its lines from. An
 * event carries ten calls, and the page must stay one event when features are added.
 */
import { z } from '../../domain/schema';
import { listCaseDuties } from './attention/list-cases';
import { listCorrectionDuties } from './correction-request/list-correction-duties';
import { listHealthDuties } from './health-register/list-conditions';
import { listCardDuties } from './heart-to-heart-card/cards';
import { listGuardianDuties } from './joining/list-guardian-duties';
import { procedure, router } from './procedure';
import { listScreeningDuties } from './screening/list-screening-duties';

const Nothing = z.optional(z.strictObject({}));

/** 关心: reviews that are due, sheets that are owed, safety words not acknowledged yet. */
export const careDutyRouter = router({
  list: procedure('today.read')
    .input(Nothing)
    .query(async ({ ctx }) => {
      const [cases, health, screening] = await Promise.all([
        listCaseDuties(ctx),
        listHealthDuties(ctx),
        listScreeningDuties(ctx),
      ]);
      return { cases, health, screening };
    }),
});

/** 等您回音: what children and parents have said or ask for and what waits for an answer. */
export const familyVoiceDutyRouter = router({
  list: procedure('today.read')
    .input(Nothing)
    .query(async ({ ctx }) => {
      const [cards, corrections, guardians] = await Promise.all([
        listCardDuties(ctx),
        listCorrectionDuties(ctx),
        listGuardianDuties(ctx),
      ]);
      return { cards, corrections, guardians };
    }),
});
