import type { Member } from '../../domain/access/roles';
import { type Consent, consentIdOf } from '../../domain/joining/consent';
import { childrenOf, withChildren } from '../../domain/joining/joining.rules';
import { changedStamps } from '../kernel/database';
import type { Transaction } from '../kernel/transaction';
import type { Caller } from './procedure';

/** Take a child from a guardian's reach, and end the consent: rights end with the next tap. */
export async function letOut(
  tx: Transaction,
  ctx: Caller,
  { memberId, studentId, writeId }: { memberId: string; studentId: string; writeId: string },
): Promise<void> {
  const member = await tx.get<Member>('members', memberId);
  if (member) {
    const kept = childrenOf(member, ctx.school._id).filter((one) => one !== studentId);
    const postings = withChildren(member.postings, ctx.school._id, kept);
    await tx.put('members', { ...member, postings });
  }
  const consent = await tx.get<Consent>('consents', consentIdOf(studentId, memberId));
  if (!consent || consent.withdrawnAt !== null) return;
  await tx.put('consents', {
    ...consent,
    ...changedStamps(consent, ctx),
    withdrawnAt: ctx.now,
    lastWriteId: writeId,
  });
}
