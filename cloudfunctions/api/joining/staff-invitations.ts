import { sayInvited } from '../../../domain/access/invited-posting';
import { isInvitationValid } from '../../../domain/joining/joining.rules';
import {
  type CloseStaffInvitation,
  INVITATION_DAYS,
  INVITATION_LENGTH,
  type RecordStaffInvitation,
  type StaffInvitation,
} from '../../../domain/joining/staff-invitation.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, newStamps } from '../../kernel/database';
import { shortCode } from '../../kernel/short-code';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readClasses } from '../roster.store';
import { classLabelOf, divisionLabelsOf } from '../school-names';
import { readInvitation, readInvitations } from './joining.store';

const DAY_MS = 86_400_000;

const subjectOfSchool = (ctx: Caller) => ({ schoolId: ctx.school._id });

export const presentInvitation = (invitation: StaffInvitation, now: Date) => ({
  code: invitation._id,
  ...{ name: invitation.name, says: invitation.says, maxUses: invitation.maxUses },
  usedBy: invitation.usedBy.map(({ name }) => name),
  expiresAt: invitation.expiresAt,
  isValid: isInvitationValid(invitation, now),
});

type Names = ReadonlyMap<string, string>;

/** The names of every class and division that may be named; what is not there does not exist. */
async function readNames(ctx: Caller): Promise<Names> {
  const classes = await readClasses(ctx.school._id, 'everything');
  return new Map([
    ...classes.map((one) => [one._id, classLabelOf(ctx, one)] as const),
    ...divisionLabelsOf(ctx, classes),
  ]);
}

/** Prepare a code that makes its holder one of the staff, with the reach the office names. */
export async function recordInvitation(
  ctx: Caller,
  { writeId, ...input }: z.infer<typeof RecordStaffInvitation>,
) {
  const why = input.postings.some(({ role }) => role === 'principal')
    ? ctx.access.authorize(subjectOfSchool(ctx), 'staffInvitation.recordPrincipal')
    : ctx.access.authorize(subjectOfSchool(ctx));
  const names = await readNames(ctx);
  const named = input.postings.flatMap(({ classIds, divisionIds }) => [
    ...classIds,
    ...divisionIds,
  ]);
  // Another school's class is as absent as one that never was.
  if (named.some((id) => !names.has(id))) ctx.access.authorize(null);
  const invitation: StaffInvitation = {
    _id: shortCode(`staff ${ctx.school._id} ${writeId}`, INVITATION_LENGTH),
    ...newStamps(ctx),
    ...input,
    schoolName: ctx.school.name,
    says: input.postings.map((posting) => sayInvited(posting, names)),
    usedBy: [],
    expiresAt: new Date(ctx.now.getTime() + INVITATION_DAYS * DAY_MS),
    endedAt: null,
    lastWriteId: writeId,
  };
  return inTransaction(async (tx) => {
    const before = await tx.get<StaffInvitation>('staffInvitations', invitation._id);
    if (before) return presentInvitation(before, ctx.now);
    await tx.put('staffInvitations', invitation);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'staffInvitation.record',
        collection: 'staffInvitations',
        documentId: invitation._id,
        why,
      }),
    );
    return presentInvitation(invitation, ctx.now);
  });
}

/** End an invitation before its time; whoever has joined with it stays. */
export async function closeInvitation(ctx: Caller, input: z.infer<typeof CloseStaffInvitation>) {
  const why = ctx.access.authorize(await readInvitation(input.code));
  return inTransaction(async (tx) => {
    const before = await tx.get<StaffInvitation>('staffInvitations', input.code);
    if (!before) throw new Error('authorized without an invitation');
    if (before.endedAt !== null) return presentInvitation(before, ctx.now);
    const after: StaffInvitation = {
      ...before,
      ...changedStamps(before, ctx),
      endedAt: ctx.now,
      lastWriteId: input.writeId,
    };
    await tx.put('staffInvitations', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'staffInvitation.record',
        collection: 'staffInvitations',
        documentId: after._id,
        why,
      }),
    );
    return presentInvitation(after, ctx.now);
  });
}

/** What was given out lately, and what can be given: the classes and divisions by name. */
export async function listInvitations(ctx: Caller) {
  ctx.access.authorize(subjectOfSchool(ctx));
  const [invitations, classes] = await Promise.all([
    readInvitations(ctx.school._id),
    readClasses(ctx.school._id, 'everything'),
  ]);
  return {
    items: invitations.map((invitation) => presentInvitation(invitation, ctx.now)),
    classes: classes.map((one) => ({ id: one._id, label: classLabelOf(ctx, one) })),
    divisions: [...divisionLabelsOf(ctx, classes)].map(([id, label]) => ({ id, label })),
    joinsByPhone: { isOn: ctx.school.joinsByPhone ?? false, rev: ctx.school.rev },
    mayInvitePrincipal: ctx.access.may('staffInvitation.recordPrincipal', subjectOfSchool(ctx)),
  };
}
