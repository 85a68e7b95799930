import { talliedFromOf, talliesOf } from '../../../domain/consultation/agenda.rules';
import { approvalsAsked } from '../../../domain/consultation/consultation.rules';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type {
  RecordApproval,
  RecordPreparation,
  SubmitReport,
} from '../../../domain/consultation/consultation-input.schema';
import { AppError } from '../../../domain/errors';
import type { MeetingKindId } from '../../../domain/regulation/meeting-words';
import type { RecordKind } from '../../../domain/regulation/record-kind';
import type { z } from '../../../domain/schema';
import { settle } from '../../kernel/settle';
import type { Caller } from '../procedure';
import { isPart, levelOf, readProgressAt, readRecentCampaigns } from './agenda.store';
import { answering, refuseUnlessOpen, touchConsultation } from './change-consultation';
import { readConsultation } from './consultation.store';
import { subjectOf } from './consultation-view';
import { kindOn } from './meeting-kinds';
import { settlePlan } from './settle-plan';

/** What the meeting's kind asks approval for (S0-13, S0-22, S0-43); the principal's is theirs. */
export async function recordApproval(ctx: Caller, input: z.infer<typeof RecordApproval>) {
  const { consultationId, matter, by } = input;
  const { member, today } = ctx;
  const why = ctx.access.authorize(subjectOf(await readConsultation(consultationId)));
  if (by === 'principal' && why.role !== 'principal') {
    throw new AppError('badInput', { sentence: '这一项需要校长批准。' });
  }
  return touchConsultation(ctx, {
    action: 'consultation.approve',
    why,
    edit: input,
    change(before) {
      refuseUnlessOpen(before);
      const asked = approvalsAsked(kindOn(ctx, before.kindId, before.on));
      if (!asked.some((one) => one.matter === matter && one.by === by)) {
        throw new AppError('badInput', { sentence: '这种会议不需要这项批准。' });
      }
      const isGiven = before.approvals.some((one) => one.matter === matter && one.by === by);
      if (isGiven) return {};
      const approval = { matter, by, memberId: member._id, name: member.name, on: today };
      return { approvals: [...before.approvals, approval] };
    },
    beside: (tx, after) => settlePlan(tx, ctx, after),
  });
}

/** What was made ready: topics sent, a data pack for each, and the forms that were answered. */
export async function recordPreparation(ctx: Caller, input: z.infer<typeof RecordPreparation>) {
  const { consultationId, topicsSent, dataPackFor, campaignIds } = input;
  const meeting = await readConsultation(consultationId);
  const why = ctx.access.authorize(subjectOf(meeting));
  if (!meeting) throw new Error('authorized without a meeting');
  const talliedFrom = await talliedFor(ctx, meeting, campaignIds);
  return touchConsultation(ctx, {
    action: 'consultation.plan',
    why,
    edit: input,
    change(before) {
      refuseUnlessOpen(before);
      const topicsSentOn = topicsSent ? (before.topicsSentOn ?? ctx.today) : null;
      return { topicsSentOn, dataPackFor, campaignIds, talliedFrom };
    },
  });
}

/** From whom the chosen forms have answers. @throws badInput for a form that never went there */
async function talliedFor(ctx: Caller, meeting: Consultation, linkedIds: string[]) {
  const { scope, placeId } = meeting;
  if (linkedIds.length === 0) return [];
  const level = levelOf({ scope, placeId });
  const [campaigns, progress] = await Promise.all([
    readRecentCampaigns(ctx.school._id, ctx.today),
    isPart(level) ? readProgressAt(ctx.school._id, level) : [],
  ]);
  const forms = talliesOf(campaigns, progress, { level, linkedIds: [] });
  if (linkedIds.some((id) => !forms.some(({ campaignId }) => campaignId === id))) {
    throw new AppError('badInput', { sentence: '有的互动表没有发到这里，请重新选择。' });
  }
  const chosen = forms.map((form) => ({ ...form, isLinked: linkedIds.includes(form.campaignId) }));
  return talliedFromOf(chosen);
}

/** What the report after a meeting is, for the duties: S0-45, and the departments' plans of S4-253. */
const ANSWERS: Partial<Record<MeetingKindId, RecordKind>> = {
  briefConference: 'conferenceReport',
  detailedConference: 'conferenceReport',
  informationConsultation: 'implementationPlan',
};

/** The report that a kind asks for after the meeting (S0-45), by each of those invited. */
export async function submitReport(ctx: Caller, input: z.infer<typeof SubmitReport>) {
  const { consultationId, text } = input;
  const { member, school, now } = ctx;
  const seen = await readConsultation(consultationId);
  const isInvited = seen?.schoolId === school._id && seen.invitedIds.includes(member._id);
  const why = ctx.access.authorize(
    isInvited ? { schoolId: school._id, memberId: member._id } : null,
  );
  return touchConsultation(ctx, {
    action: 'consultation.attend',
    why,
    edit: input,
    change(before) {
      if (before.isOpen || before.state === 'cancelled') {
        throw new AppError('badInput', { sentence: '会商结束后再写专题报告。' });
      }
      const mine = before.invited.filter(({ memberId }) => memberId === member._id);
      const who = mine.map((seat) => seat.who);
      const others = before.reports.filter(({ memberId }) => memberId !== member._id);
      const report = { who, memberId: member._id, name: member.name, text, at: now };
      return { reports: [...others, report] };
    },
    async beside(tx, after) {
      const kind = ANSWERS[after.kindId];
      if (!kind) return;
      const work = answering(after, { kind, on: ctx.today });
      await settle(tx, ctx, { ...work, refId: `${after._id}~${member._id}` });
    },
  });
}
