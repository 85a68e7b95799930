import { withPosting } from '../../../domain/access/invited-posting';
import type { Member, Posting } from '../../../domain/access/roles';
import { isInvitationValid } from '../../../domain/joining/joining.rules';
import type {
  StaffInvitation,
  SubmitStaffInvitation,
} from '../../../domain/joining/staff-invitation.schema';
import type { StaffRecord } from '../../../domain/roster/staff-import.schema';
import type { z } from '../../../domain/schema';
import { homeroomClassesOf } from '../../../domain/staff/staff.rules';
import { auditOf } from '../../kernel/audit';
import { changedStamps, type Writer } from '../../kernel/database';
import { moveHomeroom } from '../../kernel/move-homeroom';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import { refuseCode } from '../class-code';
import type { Passer } from '../procedure';
import { JOIN_DOOR, openStaffDoor } from './doors';

/** Where an invitation leads, and as what. */
export async function readStaffDoor(ctx: Passer, typed: string) {
  const { schoolName, name, says } = await openStaffDoor(ctx, typed);
  return { schoolName, name, says };
}

/**
 * Join with an invitation. Whoever is a member already keeps their name and gains the postings; a
 * homeroom teacher takes the class over from whoever had it. Sent twice it is one joining.
 */
export async function acceptInvitation(
  ctx: Passer,
  { code, name, writeId }: z.infer<typeof SubmitStaffInvitation>,
) {
  await openStaffDoor(ctx, code);
  const joined = await inTransaction(async (tx) => {
    const invitation = await tx.get<StaffInvitation>('staffInvitations', code);
    if (!invitation) return null;
    if (invitation.usedBy.some(({ memberId }) => memberId === ctx.openid)) return invitation;
    if (!isInvitationValid(invitation, ctx.now)) return null;
    const { schoolId } = invitation;
    const before = await tx.get<Member>('members', ctx.openid);
    const member: Member = {
      _id: ctx.openid,
      name: before?.name ?? name,
      postings: invitation.postings.reduce<Posting[]>(
        (postings, invited) => withPosting(postings, schoolId, invited),
        before?.postings ?? [],
      ),
    };
    await tx.put('members', member);
    const writer = { now: ctx.now, member, school: { _id: schoolId } };
    await moveHomeroom(tx, writer, {
      teacher: member,
      before: homeroomClassesOf(before?.postings ?? [], schoolId),
      after: homeroomClassesOf(member.postings, schoolId),
    });
    await joinRecord(tx, writer, invitation);
    await tx.put('staffInvitations', {
      ...invitation,
      ...changedStamps(invitation, writer),
      usedBy: [...invitation.usedBy, { memberId: ctx.openid, name: member.name, at: ctx.now }],
      lastWriteId: writeId,
    });
    await tx.put(
      'audits',
      auditOf(writer, {
        id: writeId,
        action: 'staffDoor.submit',
        collection: 'members',
        documentId: ctx.openid,
        why: null,
      }),
    );
    return invitation;
  });
  // Used up between the look and the leap.
  if (!joined) return refuseCode(ctx, JOIN_DOOR);
  return { schoolName: joined.schoolName, says: joined.says };
}

/** What the office wrote down of somebody is now about this member. */
async function joinRecord(
  tx: Transaction,
  writer: Writer,
  { staffId }: StaffInvitation,
): Promise<void> {
  const record = staffId ? await tx.get<StaffRecord>('staffRecords', staffId) : null;
  if (!record || record.memberId !== null) return;
  const memberId = writer.member._id;
  await tx.put('staffRecords', { ...record, ...changedStamps(record, writer), memberId });
}
