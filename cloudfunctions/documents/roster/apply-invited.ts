import { sayInvited, widened } from '../../../domain/access/invited-posting';
import { isInvitationValid } from '../../../domain/joining/joining.rules';
import {
  INVITATION_DAYS,
  INVITATION_LENGTH,
  type StaffInvitation,
} from '../../../domain/joining/staff-invitation.schema';
import { isSame } from '../../../domain/roster/apply-words';
import type { ImportOutcome } from '../../../domain/roster/import-result';
import {
  invitationSeedOf,
  type StaffRecord,
  type StaffState,
} from '../../../domain/roster/staff-import.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, newStamps } from '../../kernel/database';
import { shortCode } from '../../kernel/short-code';
import type { Transaction } from '../../kernel/transaction';
import { type Deed, putRecord, wordsAfter } from './staff-deed';

const DAY_MS = 86_400_000;

/** Somebody who has not joined yet: an invitation waits for them, made now or widened. */
export async function applyInvited(
  tx: Transaction,
  deed: Deed,
  stored: StaffRecord | null,
): Promise<ImportOutcome> {
  const { ctx, planned, labels, why } = deed;
  const code = stored?.invitationCode ?? null;
  const old = code === null ? null : await tx.get<StaffInvitation>('staffInvitations', code);
  const before: StaffState = {
    ...{ phone: stored?.phone ?? '', staffNumber: stored?.staffNumber ?? null },
    ...{ postings: [], invited: old?.postings ?? [] },
  };
  const invited = planned.postings.reduce(widened, before.invited);
  const after: StaffState = { ...wordsAfter(planned, before), postings: [], invited };
  const isWaiting = old !== null && isInvitationValid(old, ctx.now);
  if (isWaiting && isSame(before, after)) return 'same';
  const invitation: StaffInvitation = {
    ...(isWaiting
      ? { ...old, ...changedStamps(old, ctx) }
      : { ...newInvitation(deed), staffId: planned.staffId }),
    ...{ postings: invited, phone: after.phone },
    says: invited.map((posting) => sayInvited(posting, labels)),
  };
  await tx.put('staffInvitations', invitation);
  await putRecord(tx, deed, stored, {
    ...{ before: stored ? before : null, after, tookFrom: [] },
    ...{ memberId: null, invitationCode: invitation._id },
  });
  await tx.put(
    'audits',
    auditOf(ctx, {
      ...{ id: deed.importId, action: 'staffInvitation.record', why },
      ...{ collection: 'staffInvitations', documentId: invitation._id },
    }),
  );
  return stored ? 'updated' : 'created';
}

function newInvitation({ ctx, importId, planned }: Deed): StaffInvitation {
  const { now, school } = ctx;
  const seed = invitationSeedOf(school._id, importId, planned.staffId);
  return {
    ...{ _id: shortCode(seed, INVITATION_LENGTH), ...newStamps(ctx), name: planned.name },
    ...{ postings: [], says: [], schoolName: school.name, maxUses: 1, usedBy: [] },
    expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS),
    ...{ endedAt: null, lastWriteId: importId },
  };
}
