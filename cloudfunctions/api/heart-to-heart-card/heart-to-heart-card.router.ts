import {
  CloseHeartToHeartCard,
  CloseHeartToHeartCode,
  HeartToHeartCardById,
  HeartToHeartReceiptById,
  ListHeartToHeartCards,
  ListHeartToHeartCodes,
  RecordHeartToHeartCode,
  SubmitHeartToHeartCard,
} from '../../../domain/heart-to-heart-card/heart-to-heart-card.schema';
import { procedure, publicProcedure, router } from '../procedure';
import { answerCard, listCards, openCard } from './cards';
import { closeCode, listCodes, recordCode } from './codes';
import { readReceipt } from './read-receipt';
import { submitCard } from './submit-card';

export const heartToHeartCodeRouter = router({
  list: procedure('heartToHeartCode.record')
    .input(ListHeartToHeartCodes)
    .query(({ ctx, input }) => listCodes(ctx, input.classId)),

  record: procedure('heartToHeartCode.record')
    .input(RecordHeartToHeartCode)
    .mutation(({ ctx, input }) => recordCode(ctx, input)),

  close: procedure('heartToHeartCode.record')
    .input(CloseHeartToHeartCode)
    .mutation(({ ctx, input }) => closeCode(ctx, input)),
});

export const heartToHeartCardRouter = router({
  submit: publicProcedure('heartToHeartCard.submit')
    .input(SubmitHeartToHeartCard)
    .mutation(({ ctx, input }) => submitCard(ctx, input)),

  list: procedure('heartToHeartCard.read')
    .input(ListHeartToHeartCards)
    .query(({ ctx, input }) => listCards(ctx, input.before)),

  // Opening writes who opened it: a mutation, so that no cache repeats it by itself.
  byId: procedure('heartToHeartCard.read')
    .input(HeartToHeartCardById)
    .mutation(({ ctx, input }) => openCard(ctx, input)),

  close: procedure('heartToHeartCard.read')
    .input(CloseHeartToHeartCard)
    .mutation(({ ctx, input }) => answerCard(ctx, input)),
});

export const heartToHeartReceiptRouter = router({
  // A wrong receipt is counted: a mutation.
  byId: publicProcedure('heartToHeartReceipt.read')
    .input(HeartToHeartReceiptById)
    .mutation(({ ctx, input }) => readReceipt(ctx, input.receipt)),
});

/** What waits for the caller's answer; goes in the call of 今天. */
