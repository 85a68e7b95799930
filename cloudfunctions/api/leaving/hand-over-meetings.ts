import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { Resolution, ResolutionStep } from '../../../domain/consultation/resolution.schema';
import { replaced } from '../../../domain/leaving/departure.rules';
import {
  type Departure,
  HANDED_AT_ONCE,
  type Successor,
} from '../../../domain/leaving/departure.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { revisionOf } from '../write';
import { readMeetingsOf, readResolutionsOf } from './departure.store';
import type { HandOver } from './hand-over-children';

/** Who does it changes; what was decided, until when and how it stands does not (S3-161, S3-162). */
function withSuccessor(
  ctx: Caller,
  before: Resolution,
  { memberId, memberName, reason }: Departure,
  to: Successor,
): Resolution {
  const isOwner = before.ownerId === memberId;
  const owner = isOwner ? to : { id: before.ownerId, name: before.ownerName };
  const helpers = before.helperIds
    .map((id, at) => (id === memberId ? to : { id, name: before.helperNames[at] ?? '' }))
    .filter(({ id }, at, all) => id !== owner.id && all.findIndex((one) => one.id === id) === at);
  const step: ResolutionStep = {
    kind: 'handedOver',
    words: `${memberName}离校（${reason}），${isOwner ? '负责人' : '协助人'}改为${to.name}。`,
    ...{ dueOn: null, isOnTrack: null, consultationId: null, at: ctx.now },
    ...{ memberId: ctx.member._id, byName: ctx.member.name },
  };
  return {
    ...before,
    ...changedStamps(before, ctx),
    ...{ ownerId: owner.id, ownerName: owner.name },
    helperIds: helpers.map(({ id }) => id),
    helperNames: helpers.map(({ name }) => name),
    memberIds: replaced(before.memberIds, memberId, to.id),
    steps: [...before.steps, step],
  };
}

export const handOverResolutions: HandOver = async (ctx, departure, why) => {
  const { memberId, successors } = departure;
  const to = successors.resolutions;
  if (!to) return false;
  const all = await readResolutionsOf(ctx.school._id, memberId);
  for (const { _id } of all.slice(0, HANDED_AT_ONCE)) {
    await inTransaction(async (tx) => {
      const before = await tx.get<Resolution>('resolutions', _id);
      if (!before?.isOpen || !before.memberIds.includes(memberId)) return;
      const { ownerName, helperNames } = before;
      await tx.put('revisions', revisionOf(before, { ownerName, helperNames }, ctx));
      await tx.put<Resolution>('resolutions', {
        ...withSuccessor(ctx, before, departure, to),
        lastWriteId: departure._id,
      });
      await tx.put(
        'audits',
        auditOf(ctx, {
          id: departure._id,
          action: 'departure.record',
          collection: 'resolutions',
          documentId: _id,
          studentId: before.student?._id ?? null,
          ...{ why, reason: departure.reason },
        }),
      );
    });
  }
  return all.length <= HANDED_AT_ONCE;
};

/** The successor sits where the other sat, and chairs or records what they would have. */
export const handOverMeetings: HandOver = async (ctx, departure, why) => {
  const { memberId, successors } = departure;
  const to = successors.meetings;
  if (!to) return false;
  const all = await readMeetingsOf(ctx.school._id, memberId);
  for (const { _id } of all.slice(0, HANDED_AT_ONCE)) {
    await inTransaction(async (tx) => {
      const before = await tx.get<Consultation>('consultations', _id);
      if (!before?.isOpen || !before.invitedIds.includes(memberId)) return;
      const seat = (one: Consultation['invited'][number]) =>
        one.memberId === memberId ? { ...one, memberId: to.id, name: to.name } : one;
      const isTheirs = (id: string | null) => id === memberId;
      await tx.put<Consultation>('consultations', {
        ...before,
        ...changedStamps(before, ctx),
        invited: before.invited.map(seat),
        invitedIds: replaced(before.invitedIds, memberId, to.id),
        chairId: isTheirs(before.chairId) ? to.id : before.chairId,
        recorderId: isTheirs(before.recorderId) ? to.id : before.recorderId,
        presentIds: before.presentIds.filter((id) => id !== memberId),
        lastWriteId: departure._id,
      });
      await tx.put(
        'audits',
        auditOf(ctx, {
          id: departure._id,
          action: 'departure.record',
          collection: 'consultations',
          documentId: _id,
          ...{ why, reason: departure.reason },
        }),
      );
    });
  }
  return all.length <= HANDED_AT_ONCE;
};
