import { AppError } from '../../../domain/errors';
import type {
  CloseInteractionCampaign,
  InteractionCampaign,
  ReviseInteractionCampaign,
} from '../../../domain/interaction-form/interaction-campaign.schema';
import { refusedWindow } from '../../../domain/interaction-form/interaction-form.rules';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { changeDocument } from './change-document';
import { readCampaign } from './interaction-form.store';
import { presentCampaign } from './interaction-view';

type Edit = z.infer<typeof CloseInteractionCampaign>;

async function changeWindow(
  ctx: Caller,
  edit: Edit,
  reason: string,
  change: (campaign: InteractionCampaign) => Partial<InteractionCampaign>,
) {
  const campaign = await readCampaign(edit.campaignId);
  const why = ctx.access.authorize(
    campaign && { schoolId: campaign.schoolId, memberId: campaign.createdBy },
  );
  return changeDocument<InteractionCampaign, ReturnType<typeof presentCampaign>>(ctx, {
    collection: 'interactionCampaigns',
    id: edit.campaignId,
    action: 'interactionCampaign.close',
    ...{ why, edit, reason, change },
    fieldsOf: ({ closesOn, closedAt }) => ({ closesOn, closedAt }),
    present: (stored) => presentCampaign(ctx, stored),
  });
}

/** End it now. Every answer stays, and it can be opened again. */
export const closeInteractionCampaign = (ctx: Caller, input: Edit) =>
  changeWindow(ctx, input, '结束', () => ({ closedAt: ctx.now }));

/** Another last day, which also opens what was closed. */
export const reviseInteractionCampaign = (
  ctx: Caller,
  input: z.infer<typeof ReviseInteractionCampaign>,
) =>
  changeWindow(ctx, input, `开放到 ${input.closesOn}`, ({ opensOn }) => {
    const refusal = refusedWindow(opensOn, input.closesOn, ctx.today);
    if (refusal) {
      throw new AppError('badInput', { sentence: refusal, fields: { closesOn: refusal } });
    }
    return { closesOn: input.closesOn, closedAt: null };
  });
