import type { Member } from '../../../domain/access/roles';
import { staffPostings } from '../../../domain/access/staff';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { ReviseStaff } from '../../../domain/staff/staff.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import { readMember } from '../members.store';
import type { Caller } from '../procedure';
import { readMeetingsAskedTo, renameWhatIsOpen } from './staff.store';

/**
 * Call somebody otherwise. Classes, mentees and whatever is open then say the new name; what was
 * written and signed keeps the one it was signed with. Sent again, it does what is left of it.
 */
export async function reviseStaff(ctx: Caller, input: z.infer<typeof ReviseStaff>) {
  const { memberId, writeId, name } = input;
  const { _id: schoolId } = ctx.school;
  const member = await readMember(memberId);
  const isStaff = member !== null && staffPostings(member, schoolId).length > 0;
  const why = ctx.access.authorize(isStaff ? { schoolId } : null);
  const renamed = await inTransaction(async (tx) => {
    const before = await tx.get<Member>('members', memberId);
    if (!before) throw new Error('authorized without a member');
    if (before.lastWriteId === writeId) return before;
    if ((before.rev ?? 0) !== input.rev) {
      throw new AppError('stale', { sentence: `${before.name}的资料刚刚改过，请刷新后再改。` });
    }
    const after: Member = { ...before, name, rev: input.rev + 1, lastWriteId: writeId };
    await tx.put('members', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'staff.revise',
        collection: 'members',
        documentId: memberId,
        ...{ why, reason: `原来的姓名是“${before.name}”` },
      }),
    );
    return after;
  });
  const [meetings] = await Promise.all([
    readMeetingsAskedTo(schoolId, memberId),
    renameWhatIsOpen(schoolId, renamed),
  ]);
  for (const { _id } of meetings) await renameSeats(ctx, _id, renamed);
  return { rev: renamed.rev ?? 0 };
}

/** The seats at a meeting that is still to come: somebody may sit there as two. */
const renameSeats = (ctx: Caller, meetingId: string, { _id, name }: Member): Promise<void> =>
  inTransaction(async (tx) => {
    const before = await tx.get<Consultation>('consultations', meetingId);
    const isOld = (seat: Consultation['invited'][number]) =>
      seat.memberId === _id && seat.name !== name;
    if (!before?.isOpen || !before.invited.some(isOld)) return;
    await tx.put<Consultation>('consultations', {
      ...{ ...before, ...changedStamps(before, ctx) },
      invited: before.invited.map((seat) => (isOld(seat) ? { ...seat, name } : seat)),
    });
  });
