import { z } from '../../../domain/schema';
import {
  CloseRound,
  PlanScreeningRound,
  RecordFinding,
  RecordTicks,
  RoundById,
  SheetById,
  SignOffSheets,
  SubmitSheet,
} from '../../../domain/screening/screening.schema';
import { procedure, router } from '../procedure';
import { closeRound, planRound, signOffSheets } from './confirm-round';
import { listRounds, roundById, sheetById } from './list-rounds';
import { recordFinding, recordTicks, submitSheet } from './record-ticks';

const Nothing = z.optional(z.strictObject({}));

export const screeningRoundRouter = router({
  list: procedure('screening.read')
    .input(Nothing)
    .query(({ ctx }) => listRounds(ctx)),

  byId: procedure('screening.read')
    .input(RoundById)
    .query(({ ctx, input }) => roundById(ctx, input.roundId)),

  plan: procedure('screening.plan')
    .input(PlanScreeningRound)
    .mutation(({ ctx, input }) => planRound(ctx, input)),

  signOff: procedure('screening.signOff')
    .input(SignOffSheets)
    .mutation(({ ctx, input }) => signOffSheets(ctx, input)),

  close: procedure('screening.close')
    .input(CloseRound)
    .mutation(({ ctx, input }) => closeRound(ctx, input)),
});

export const screeningSheetRouter = router({
  byId: procedure('screening.read')
    .input(SheetById)
    .query(({ ctx, input }) => sheetById(ctx, input.roundId, input.classId)),

  record: procedure('screening.record')
    .input(RecordTicks)
    .mutation(({ ctx, input }) => recordTicks(ctx, input)),

  submit: procedure('screening.record')
    .input(SubmitSheet)
    .mutation(({ ctx, input }) => submitSheet(ctx, input)),
});

export const screeningFindingRouter = router({
  record: procedure('screening.record')
    .input(RecordFinding)
    .mutation(({ ctx, input }) => recordFinding(ctx, input)),
});
