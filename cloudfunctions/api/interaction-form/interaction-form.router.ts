import {
  CampaignById,
  CloseInteractionCampaign,
  PlanInteractionCampaign,
  ReviseInteractionCampaign,
  ReviseSchoolPart,
} from '../../../domain/interaction-form/interaction-campaign.schema';
import { ReviseInteractionForm } from '../../../domain/interaction-form/interaction-form.schema';
import {
  InteractionRecordById,
  ListInteractionRecords,
  ListInteractionTexts,
  ReviseInteractionTheme,
  SignOffInteractionRecord,
  SubmitInteractionRecord,
  TallyById,
} from '../../../domain/interaction-form/interaction-record.schema';
import { z } from '../../../domain/schema';
import { procedure, router } from '../procedure';
import { closeInteractionCampaign, reviseInteractionCampaign } from './close-interaction-campaign';
import { interactionRecordOf } from './interaction-record-of';
import {
  interactionTally,
  listInteractionTexts,
  reviseInteractionTheme,
} from './interaction-tally';
import { listInteractionCampaigns } from './list-interaction-campaigns';
import { listInteractionDuties } from './list-interaction-duties';
import { listInteractionForms } from './list-interaction-forms';
import { listInteractionProgress } from './list-interaction-progress';
import { listInteractionRecords } from './list-interaction-records';
import { openInteractionPhotos } from './open-interaction-photos';
import { planInteractionCampaign } from './plan-interaction-campaign';
import { reviseInteractionForm } from './revise-interaction-form';
import { reviseSchoolPart } from './revise-school-part';
import { signOffInteractionRecord } from './sign-off-interaction-record';
import { submitInteractionRecord } from './submit-interaction-record';

const Nothing = z.optional(z.strictObject({}));

export const interactionFormRouter = router({
  list: procedure('interactionForm.read')
    .input(Nothing)
    .query(({ ctx }) => listInteractionForms(ctx)),

  revise: procedure('interactionForm.revise')
    .input(ReviseInteractionForm)
    .mutation(({ ctx, input }) => reviseInteractionForm(ctx, input)),
});

export const interactionCampaignRouter = router({
  list: procedure('interactionCampaign.read')
    .input(Nothing)
    .query(({ ctx }) => listInteractionCampaigns(ctx)),

  plan: procedure('interactionCampaign.plan')
    .input(PlanInteractionCampaign)
    .mutation(({ ctx, input }) => planInteractionCampaign(ctx, input)),

  revise: procedure('interactionCampaign.close')
    .input(ReviseInteractionCampaign)
    .mutation(({ ctx, input }) => reviseInteractionCampaign(ctx, input)),

  close: procedure('interactionCampaign.close')
    .input(CloseInteractionCampaign)
    .mutation(({ ctx, input }) => closeInteractionCampaign(ctx, input)),
});

export const interactionProgressRouter = router({
  list: procedure('interactionTally.read')
    .input(CampaignById)
    .query(({ ctx, input }) => listInteractionProgress(ctx, input.campaignId)),
});

export const interactionRecordRouter = router({
  list: procedure('interactionRecord.read')
    .input(ListInteractionRecords)
    .query(({ ctx, input }) => listInteractionRecords(ctx, input)),

  byId: procedure('interactionRecord.read')
    .input(InteractionRecordById)
    .query(({ ctx, input }) => interactionRecordOf(ctx, input)),

  submit: procedure('interactionRecord.submit')
    .input(SubmitInteractionRecord)
    .mutation(({ ctx, input }) => submitInteractionRecord(ctx, input, 'guardian')),

  record: procedure('interactionRecord.record')
    .input(SubmitInteractionRecord)
    .mutation(({ ctx, input }) => submitInteractionRecord(ctx, input, 'student')),

  signOff: procedure('interactionRecord.signOff')
    .input(SignOffInteractionRecord)
    .mutation(({ ctx, input }) => signOffInteractionRecord(ctx, input)),
});

export const interactionPhotoRouter = router({
  // Opening writes who looked: a mutation, so that no cache repeats it by itself.
  list: procedure('interactionRecord.read')
    .input(InteractionRecordById)
    .mutation(({ ctx, input }) => openInteractionPhotos(ctx, input)),
});

export const schoolPartRouter = router({
  revise: procedure('schoolPart.revise')
    .input(ReviseSchoolPart)
    .mutation(({ ctx, input }) => reviseSchoolPart(ctx, input)),
});

export const interactionTallyRouter = router({
  byId: procedure('interactionTally.read')
    .input(TallyById)
    .query(({ ctx, input }) => interactionTally(ctx, input)),
});

export const interactionTextRouter = router({
  list: procedure('interactionTally.read')
    .input(ListInteractionTexts)
    .query(({ ctx, input }) => listInteractionTexts(ctx, input)),
});

export const interactionThemeRouter = router({
  revise: procedure('interactionTheme.revise')
    .input(ReviseInteractionTheme)
    .mutation(({ ctx, input }) => reviseInteractionTheme(ctx, input)),
});

export const interactionDutyRouter = router({
  list: procedure('today.read')
    .input(Nothing)
    .query(({ ctx }) => listInteractionDuties(ctx)),
});
