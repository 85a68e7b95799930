import { type Term, termAt } from '../../../domain/calendar/term';
import { approvalsAfter, invitedIdsOf } from '../../../domain/consultation/consultation.rules';
import type { Consultation, Invited } from '../../../domain/consultation/consultation.schema';
import type {
  ConsultationFormOf,
  PlanConsultation,
} from '../../../domain/consultation/consultation-input.schema';
import { AppError } from '../../../domain/errors';
import type { MeetingKind } from '../../../domain/regulation/meeting-kind.schema';
import type { z } from '../../../domain/schema';
import { newStamps } from '../../kernel/database';
import type { Caller } from '../procedure';
import { openTermOf } from '../terms';
import { changeConsultation } from './change-consultation';
import { kindOn } from './meeting-kinds';
import { type Place, readPlace } from './place';
import { settlePlan } from './settle-plan';

type Input = z.infer<typeof PlanConsultation>;

/** The term of a meeting's day, in which meetings can still be written. */
export function termOfMeeting(ctx: Caller, on: string): Term {
  const term = termAt(ctx.school.terms, on);
  if (!term) throw badDay('这一天不在学校设定的学期里。');
  return openTermOf(ctx, term.id);
}

const badDay = (sentence: string) =>
  new AppError('badInput', { sentence, fields: { on: sentence } });

/** A meeting that nobody has planned yet, at revision 0. */
export function newConsultation(
  ctx: Caller,
  { _id, on }: Pick<Consultation, '_id' | 'on'>,
  kind: MeetingKind,
  { subject: _subject, ...place }: Place,
): Consultation {
  return {
    _id,
    ...newStamps(ctx),
    rev: 0,
    ...place,
    kindId: kind.id,
    label: kind.label,
    scope: kind.scope,
    termId: termOfMeeting(ctx, on).id,
    on,
    startsAt: null,
    place: '',
    agenda: '',
    chairId: ctx.member._id,
    recorderId: null,
    state: 'planned',
    isOpen: true,
    planWrittenOn: ctx.today,
    invitedIds: invitedIdsOf(place.invited),
    presentIds: [],
    presentStudentIds: [],
    guests: [],
    studentLevels: [],
    approvals: [],
    topicsSentOn: null,
    dataPackFor: [],
    campaignIds: [],
    talliedFrom: [],
    changes: [],
    sittings: [],
    minutes: '',
    dissenterIds: [],
    reports: [],
    signOffs: [],
    breachReason: '',
    itemWrites: 0,
    closedAt: null,
    lastWriteId: '',
  };
}

/** Who leads: the one named, else the kind's chair, else whoever plans it. */
function chairOf(ctx: Caller, { chair }: MeetingKind, invited: Invited[], named: string | null) {
  if (named !== null && !invited.some(({ memberId }) => memberId === named)) {
    throw new AppError('badInput', {
      sentence: '主持人不在参会的人里，请重新选择。',
      fields: { chairId: '请重新选择主持人。' },
    });
  }
  return named ?? invited.find(({ who }) => who === chair)?.memberId ?? ctx.member._id;
}

function recorderOf(invited: Invited[], named: string | null): string | null {
  if (named === null || invited.some(({ memberId }) => memberId === named)) return named;
  throw new AppError('badInput', {
    sentence: '记录人不在参会的人里，请重新选择。',
    fields: { recorderId: '请重新选择记录人。' },
  });
}

/** Plan a meeting, or change its plan while nobody has begun it. */
export async function planConsultation(ctx: Caller, input: Input) {
  const { consultationId, on, startsAt, place: where, agenda } = input;
  const kind = kindOn(ctx, input.kindId, on);
  const place = await readPlace(ctx, kind, input.placeId);
  const why = ctx.access.authorize(place?.subject ?? null);
  if (!place) throw new Error('authorized without a place');
  if (on < ctx.today && input.rev === 0) throw badDay('计划的日期已经过去，请选今天或以后。');
  const fixed = {
    chairId: chairOf(ctx, kind, place.invited, input.chairId),
    recorderId: recorderOf(place.invited, input.recorderId),
  };
  return changeConsultation(ctx, {
    action: 'consultation.plan',
    why,
    edit: input,
    begin: newConsultation(ctx, { _id: consultationId, on }, kind, place),
    change(before) {
      if (before.state !== 'planned') {
        throw new AppError('badInput', { sentence: '会商已经开始，计划不能再改。' });
      }
      if (before.on !== on) throw badDay('改期请点“改期”，并写明原因。');
      const approvals = approvalsAfter(before, { on, startsAt, place: where, agenda });
      return { startsAt, place: where, agenda, approvals, ...fixed };
    },
    beside: (tx, after) => settlePlan(tx, ctx, after),
  });
}

/** What the form begins with: who is asked to come, and what the rules ask. */
export async function consultationForm(ctx: Caller, input: z.infer<typeof ConsultationFormOf>) {
  const kind = kindOn(ctx, input.kindId, ctx.today);
  const place = await readPlace(ctx, kind, input.placeId);
  ctx.access.authorize(place?.subject ?? null);
  if (!place) throw new Error('authorized without a place');
  return {
    label: kind.label,
    placeLabel: place.placeLabel,
    expectedStudents: place.expectedStudents,
    invited: place.invited,
    kind,
  };
}
