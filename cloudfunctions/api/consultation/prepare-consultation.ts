import { approvalsAsked } from '../../../domain/consultation/consultation.rules';
import type {
  RecordApproval,
  RecordPreparation,
  SubmitReport,
} from '../../../domain/consultation/consultation.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { refuseUnlessOpen, touchConsultation } from './change-consultation';
import { readConsultation } from './consultation.store';
import { authorizeIn, subjectOf } from './consultation-view';
import { kindOn } from './meeting-kinds';

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
  });
}

/** What was made ready: topics sent, a data pack for each, questionnaires tallied. */
export async function recordPreparation(ctx: Caller, input: z.infer<typeof RecordPreparation>) {
  const { consultationId, topicsSent, dataPackFor, talliedFrom } = input;
  const why = ctx.access.authorize(subjectOf(await readConsultation(consultationId)));
  return touchConsultation(ctx, {
    action: 'consultation.plan',
    why,
    edit: input,
    change(before) {
      refuseUnlessOpen(before);
      const topicsSentOn = topicsSent ? (before.topicsSentOn ?? ctx.today) : null;
      return { topicsSentOn, dataPackFor, talliedFrom };
    },
  });
}

/** The report that a kind asks for after the meeting (S0-45), once for each who owes it. */
export async function submitReport(ctx: Caller, input: z.infer<typeof SubmitReport>) {
  const { consultationId, who, text } = input;
  const { member, now } = ctx;
  const seen = await readConsultation(consultationId);
  const why = authorizeIn(ctx, seen);
  return touchConsultation(ctx, {
    action: 'consultation.record',
    why,
    edit: input,
    change(before) {
      if (before.isOpen || before.state === 'cancelled') {
        throw new AppError('badInput', { sentence: '会商结束后再写专题报告。' });
      }
      const sits = before.invited.some((one) => one.who === who && one.memberId === member._id);
      if (!sits) throw new AppError('badInput', { sentence: '这份报告由别的参会人写。' });
      const report = { who, memberId: member._id, name: member.name, text, at: now };
      const others = before.reports.filter((one) => one.who !== who || one.memberId !== member._id);
      return { reports: [...others, report] };
    },
  });
}
