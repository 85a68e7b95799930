import {
  CloseInteractionCode,
  InteractionSlipById,
  RecordInteractionCode,
  SubmitInteractionSlip,
} from '../../../domain/interaction-form/interaction-code.schema';
import { procedure, publicProcedure, router } from '../procedure';
import { closeInteractionCode, recordInteractionCode } from './interaction-codes';
import { openSlip, submitSlip } from './interaction-slip';

/** A class fills in by itself, on any phone, with a code. */
export const interactionCodeRouter = router({
  record: procedure('interactionCode.record')
    .input(RecordInteractionCode)
    .mutation(({ ctx, input }) => recordInteractionCode(ctx, input)),

  close: procedure('interactionCode.record')
    .input(CloseInteractionCode)
    .mutation(({ ctx, input }) => closeInteractionCode(ctx, input)),
});

export const interactionSlipRouter = router({
  // A wrong code or name is counted: a mutation.
  byId: publicProcedure('interactionSlip.submit')
    .input(InteractionSlipById)
    .mutation(({ ctx, input }) => openSlip(ctx, input)),

  submit: publicProcedure('interactionSlip.submit')
    .input(SubmitInteractionSlip)
    .mutation(({ ctx, input }) => submitSlip(ctx, input)),
});
