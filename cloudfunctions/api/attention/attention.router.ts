import {
  AssignSponsor,
  AttentionCaseById,
  AttentionFormOf,
  CloseAttentionCase,
  ListAttentionCases,
  RecordAttentionCase,
  RecordFollowUp,
  ReviseSealedCase,
  VoidAttentionCase,
  VoidFollowUp,
} from '../../../domain/attention/attention-case.schema';
import { ReviseAttentionCategories } from '../../../domain/attention/attention-category.schema';
import {
  ClosePeerPairing,
  ListPeerPairings,
  RecordPeerPairing,
} from '../../../domain/attention/peer-pairing.schema';
import { z } from '../../../domain/schema';
import { procedure, router } from '../procedure';
import { assignSponsor } from './assign-sponsor';
import { caseById, caseForm, listCategories } from './case-by-id';
import { closeCase, voidCase } from './end-case';
import { recordFollowUp, voidFollowUp } from './follow-up';
import { listCases } from './list-cases';
import { listSponsors } from './list-sponsors';
import { closePairing, listPairings, recordPairing } from './pairings';
import { recordCase } from './record-case';
import { reviseCategories } from './revise-categories';
import { reviseSealedCase } from './revise-sealed-case';

const Nothing = z.optional(z.strictObject({}));

// Writing names the wider row: the kind of the file decides which one is asked (`writeActionOf`).
export const attentionCaseRouter = router({
  list: procedure('attentionCase.read')
    .input(ListAttentionCases)
    .query(({ ctx, input }) => listCases(ctx, input)),

  byId: procedure('attentionCase.read')
    .input(AttentionCaseById)
    .query(({ ctx, input }) => caseById(ctx, input.caseId)),

  record: procedure('growthFile.record')
    .input(RecordAttentionCase)
    .mutation(({ ctx, input }) => recordCase(ctx, input)),

  reviseSealed: procedure('attentionCase.reviseSealed')
    .input(ReviseSealedCase)
    .mutation(({ ctx, input }) => reviseSealedCase(ctx, input)),

  assign: procedure('attentionCase.assign')
    .input(AssignSponsor)
    .mutation(({ ctx, input }) => assignSponsor(ctx, input)),

  close: procedure('growthFile.record')
    .input(CloseAttentionCase)
    .mutation(({ ctx, input }) => closeCase(ctx, input)),

  void: procedure('growthFile.record')
    .input(VoidAttentionCase)
    .mutation(({ ctx, input }) => voidCase(ctx, input)),
});

export const attentionFormRouter = router({
  byId: procedure('growthFile.record')
    .input(AttentionFormOf)
    .query(({ ctx, input }) => caseForm(ctx, input.studentId)),
});

export const attentionFollowUpRouter = router({
  record: procedure('attentionFollowUp.record')
    .input(RecordFollowUp)
    .mutation(({ ctx, input }) => recordFollowUp(ctx, input)),

  void: procedure('attentionFollowUp.void')
    .input(VoidFollowUp)
    .mutation(({ ctx, input }) => voidFollowUp(ctx, input)),
});

export const attentionSponsorRouter = router({
  list: procedure('attentionCase.assign')
    .input(Nothing)
    .query(({ ctx }) => listSponsors(ctx)),
});

export const attentionCategoryRouter = router({
  list: procedure('attentionCategory.revise')
    .input(Nothing)
    .query(({ ctx }) => listCategories(ctx)),

  revise: procedure('attentionCategory.revise')
    .input(ReviseAttentionCategories)
    .mutation(({ ctx, input }) => reviseCategories(ctx, input)),
});

export const peerPairingRouter = router({
  list: procedure('peerPairing.read')
    .input(ListPeerPairings)
    .query(({ ctx, input }) => listPairings(ctx, input.classId)),

  record: procedure('peerPairing.record')
    .input(RecordPeerPairing)
    .mutation(({ ctx, input }) => recordPairing(ctx, input)),

  close: procedure('peerPairing.record')
    .input(ClosePeerPairing)
    .mutation(({ ctx, input }) => closePairing(ctx, input)),
});
