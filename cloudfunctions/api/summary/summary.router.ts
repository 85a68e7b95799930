import {
  CorrectSummary,
  ListSummaries,
  RecordSummary,
  RecordSummaryCard,
  ReviseSummary,
  SignOffSummary,
  SummaryById,
  SummaryCardById,
} from '../../../domain/summary/summary.schema';
import { procedure, router } from '../procedure';
import { correctSummary } from './correct-summary';
import { listSummaries, summaryById } from './list-summaries';
import { cardById, recordCard } from './summary-card';
import { recordSummary, reviseSummary, signOffSummary } from './write-summary';

export const summaryRouter = router({
  list: procedure('summary.read')
    .input(ListSummaries)
    .query(({ ctx, input }) => listSummaries(ctx, input)),

  byId: procedure('summary.read')
    .input(SummaryById)
    .query(({ ctx, input }) => summaryById(ctx, input)),

  record: procedure('summary.record')
    .input(RecordSummary)
    .mutation(({ ctx, input }) => recordSummary(ctx, input)),

  revise: procedure('summary.record')
    .input(ReviseSummary)
    .mutation(({ ctx, input }) => reviseSummary(ctx, input)),

  signOff: procedure('summary.signOff')
    .input(SignOffSummary)
    .mutation(({ ctx, input }) => signOffSummary(ctx, input)),
});

export const summaryCorrectionRouter = router({
  record: procedure('summary.signOff')
    .input(CorrectSummary)
    .mutation(({ ctx, input }) => correctSummary(ctx, input)),
});

/** The key to a summary in a chat, and what is behind it for each role. */
export const summaryCardRouter = router({
  record: procedure('summaryCard.record')
    .input(RecordSummaryCard)
    .mutation(({ ctx, input }) => recordCard(ctx, input)),

  byId: procedure('summaryCard.read')
    .input(SummaryCardById)
    .query(({ ctx, input }) => cardById(ctx, input)),
});
