import type { Consultation, SignOffStep } from '../../../domain/consultation/consultation.schema';
import type {
  AnswerSignOff,
  SignOffConsultation,
} from '../../../domain/consultation/consultation-input.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { changeConsultation } from './change-consultation';
import { readConsultation } from './consultation.store';
import { subjectOf } from './consultation-view';

const MAX_SIGN_OFF_STEPS = 20;

function withStep(ctx: Caller, before: Consultation, kind: SignOffStep['kind'], words: string) {
  if (before.signOffs.length >= MAX_SIGN_OFF_STEPS) {
    throw new AppError('badInput', { sentence: '来回的次数太多了，请当面谈一谈再签。' });
  }
  const { member, now } = ctx;
  const step: SignOffStep = { kind, words, memberId: member._id, byName: member.name, at: now };
  return { signOffs: [...before.signOffs, step] };
}

/** The sponsoring leader reads, asks back, or signs. */
export async function signOffConsultation(ctx: Caller, input: z.infer<typeof SignOffConsultation>) {
  const { consultationId, verdict, words } = input;
  const why = ctx.access.authorize(subjectOf(await readConsultation(consultationId)));
  return changeConsultation(ctx, {
    action: 'consultation.signOff',
    why,
    edit: input,
    change(before) {
      if (before.state !== 'closed') {
        throw new AppError('badInput', { sentence: '这次会商现在不等签字。' });
      }
      return {
        ...withStep(ctx, before, verdict, words),
        state: verdict === 'signed' ? 'signedOff' : 'askedBack',
      };
    },
  });
}

/** Whoever called the meeting answers, and it waits for the signature again. */
export async function answerSignOff(ctx: Caller, input: z.infer<typeof AnswerSignOff>) {
  const { consultationId, words } = input;
  const why = ctx.access.authorize(subjectOf(await readConsultation(consultationId)));
  return changeConsultation(ctx, {
    action: 'consultation.plan',
    why,
    edit: input,
    change(before) {
      if (before.state !== 'askedBack') {
        throw new AppError('badInput', { sentence: '这次会商没有等您答复的问题。' });
      }
      return { ...withStep(ctx, before, 'answered', words), state: 'closed' };
    },
  });
}
