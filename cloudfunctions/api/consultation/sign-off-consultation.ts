import { whyAllowed } from '../../../domain/access/can';
import { PERMISSIONS } from '../../../domain/access/permissions';
import type { Role } from '../../../domain/access/roles';
import { signerAsked } from '../../../domain/consultation/consultation.rules';
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
import { readMembersByRole } from './place.store';

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

/** Who may sign may sign as whomever the kind names: the principal for all, others as they are. */
const mayBe = (role: Role, asked: Participant | null): boolean =>
  asked === null || asked === role || role === 'principal';

/** @throws badInput for a signature that the kind asks of somebody else */
function signsAs(ctx: Caller, { kindId, on }: Consultation, role: Role): Participant {
  const asked = signerAsked(findKind(ctx, kindId, on));
  if (mayBe(role, asked)) return asked ?? role;
  const by = asked ? PARTICIPANTS[asked] : '';
  throw new AppError('badInput', { sentence: `这次会商由${by}签字验收。` });
}

/**
 * Nobody accepts their own meeting where somebody else can.
 *
 * @throws badInput for the chair, unless nobody else may sign
 */
async function refuseChair(ctx: Caller, meeting: Consultation): Promise<void> {
  const { school, member } = ctx;
  if (meeting.chairId !== member._id) return;
  const asked = signerAsked(findKind(ctx, meeting.kindId, meeting.on));
  const subject = subjectOf(meeting);
  const signers = await readMembersByRole(
    school._id,
    Object.keys(PERMISSIONS['consultation.signOff'].allow),
  );
  const isOther = signers.some((one) => {
    const why = subject && whyAllowed(one, 'consultation.signOff', subject);
    return one._id !== member._id && why !== null && mayBe(why.role, asked);
  });
  if (!isOther) return;
  throw new AppError('badInput', {
    sentence: '这次会商是您主持的，请另一位校领导签字验收。',
  });
}

/** The sponsoring leader reads, asks back, or signs. */
export async function signOffConsultation(ctx: Caller, input: z.infer<typeof SignOffConsultation>) {
  const { consultationId, verdict, words } = input;
  const seen = await readConsultation(consultationId);
  const why = ctx.access.authorize(subjectOf(seen));
  if (seen && verdict === 'signed') await refuseChair(ctx, seen);
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
            ? { kind: verdict, words, as: signsAs(ctx, before, why.role) }
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
