import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { Resolution, ResolutionStep } from '../../../domain/consultation/resolution.schema';
import { replaced } from '../../../domain/leaving/departure.rules';
import type { Departure, Successor } from '../../../domain/leaving/departure.schema';
import type { Caller } from '../procedure';
import { revisionOf } from '../write';
import { readMeetingsOf, readResolutionsOf } from './departure.store';
import type { HandOver } from './hand-over-children';
import { handOverEach } from './hand-over-each';

/** Who does it changes; what was decided, until when and how it stands does not (S3-161, S3-162). */
function withSuccessor(
  ctx: Caller,
  before: Resolution,
  { memberId, memberName, reason }: Departure,
  to: Successor,
): Partial<Resolution> {
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
  return handOverEach<Resolution>(ctx, departure, why, {
    collection: 'resolutions',
    all: await readResolutionsOf(ctx.school._id, memberId),
    async change(before, tx) {
      if (!before.isOpen || !before.memberIds.includes(memberId)) return null;
      const { ownerName, helperNames } = before;
      await tx.put('revisions', revisionOf(before, { ownerName, helperNames }, ctx));
      return withSuccessor(ctx, before, departure, to);
    },
    studentOf: ({ student }) => student?._id ?? null,
  });
};

/** The successor sits where the other sat, and chairs or records what they would have. */
export const handOverMeetings: HandOver = async (ctx, departure, why) => {
  const { memberId, successors } = departure;
  const to = successors.meetings;
  if (!to) return false;
  const seat = (one: Consultation['invited'][number]) =>
    one.memberId === memberId ? { ...one, memberId: to.id, name: to.name } : one;
  return handOverEach<Consultation>(ctx, departure, why, {
    collection: 'consultations',
    all: await readMeetingsOf(ctx.school._id, memberId),
    change(before) {
      if (!before.isOpen || !before.invitedIds.includes(memberId)) return null;
      return {
        invited: before.invited.map(seat),
        invitedIds: replaced(before.invitedIds, memberId, to.id),
        chairId: before.chairId === memberId ? to.id : before.chairId,
        recorderId: before.recorderId === memberId ? to.id : before.recorderId,
        presentIds: before.presentIds.filter((id) => id !== memberId),
      };
    },
  });
};
