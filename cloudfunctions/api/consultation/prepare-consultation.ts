import { approvalsAsked } from '../../../domain/consultation/consultation.rules';
import type {
  RecordApproval,
  RecordPreparation,
  SubmitReport,
} from '../../../domain/consultation/consultation-input.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { refuseUnlessOpen, touchConsultation } from './change-consultation';
import { readConsultation } from './consultation.store';
import { subjectOf } from './consultation-view';
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
  });
}
