import type { Role } from '../../../domain/access/roles';
import type { Consultation, SignOffStep } from '../../../domain/consultation/consultation.schema';
import type {
  AnswerSignOff,
  SignOffConsultation,
} from '../../../domain/consultation/consultation-input.schema';
import { AppError } from '../../../domain/errors';
import { PARTICIPANTS, type Participant } from '../../../domain/regulation/meeting-words';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { changeConsultation } from './change-consultation';
import { readConsultation } from './consultation.store';
import { subjectOf } from './consultation-view';
import { findKind } from './meeting-kinds';

const MAX_SIGN_OFF_STEPS = 20;

type Said = Pick<SignOffStep, 'kind' | 'words'> & Partial<Pick<SignOffStep, 'as'>>;

function withStep(ctx: Caller, before: Consultation, said: Said) {
  if (before.signOffs.length >= MAX_SIGN_OFF_STEPS) {
    throw new AppError('badInput', { sentence: '来回的次数太多了，请当面谈一谈再签。' });
  }
  const { member, now } = ctx;
  const step: SignOffStep = { ...said, memberId: member._id, byName: member.name, at: now };
  return { signOffs: [...before.signOffs, step] };
}

/** As what somebody signs: as the kind asks (S4-177). The principal signs for whomever it names. */
function signerOf(ctx: Caller, { kindId, on }: Consultation, role: Role): Participant {
  const after = findKind(ctx, kindId, on)?.after ?? [];
  const [by = role] = after.flatMap((rule) => (rule.kind === 'signOff' ? [rule.by] : []));
  if (by === role || role === 'principal') return by;
  throw new AppError('badInput', { sentence: `这次会商由${PARTICIPANTS[by]}签字验收。` });
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
        ...withStep(
          ctx,
          before,
          verdict === 'signed'
            ? { kind: verdict, words, as: signerOf(ctx, before, why.role) }
            : { kind: verdict, words },
        ),
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
      return { ...withStep(ctx, before, { kind: 'answered', words }), state: 'closed' };
    },
  });
}
