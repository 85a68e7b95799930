import { type Consent, consentIdOf } from '../../../domain/joining/consent';
import type { CloseConsent } from '../../../domain/joining/guardian-request.schema';
import { childrenOf } from '../../../domain/joining/joining.rules';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { inTransaction } from '../../kernel/transaction';
import { letOut } from '../let-out';
import type { Caller } from '../procedure';
import { readStudent, readStudents, subjectOfStudent } from '../roster.store';
import { readConsentsOfMember } from './joining.store';

/** One's children in the school, with what was agreed to for each, and when. */
export async function listConsents(ctx: Caller) {
  const schoolId = ctx.school._id;
  ctx.access.authorize({ schoolId, memberId: ctx.member._id });
  const [children, consents] = await Promise.all([
    readStudents(schoolId, childrenOf(ctx.member, schoolId)),
    readConsentsOfMember(schoolId, ctx.member._id),
  ]);
  return {
    children: children.map(({ _id, name }) => {
      const consent = consents.find(({ studentId }) => studentId === _id);
      return {
        ...{ id: _id, name, version: consent?.version ?? null },
        agreedAt: consent?.agreedAt ?? null,
        isUnderFourteen: consent?.agreedForChildAt != null,
      };
    }),
  };
}

/**
 * Take one's consent back for one child. The right to see the child's file ends with it; what the
 * school had recorded by then stays lawful (个人信息保护法, article 15) and may be asked to be erased.
 */
export async function closeConsent(
  ctx: Caller,
  { studentId, writeId }: z.infer<typeof CloseConsent>,
) {
  const why = ctx.access.authorize(subjectOfStudent(await readStudent(studentId)));
  const memberId = ctx.member._id;
  await inTransaction(async (tx) => {
    const consentId = consentIdOf(studentId, memberId);
    const consent = await tx.get<Consent>('consents', consentId);
    if (consent?.lastWriteId === writeId) return;
    await letOut(tx, ctx, { memberId, studentId, writeId });
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'consent.close',
        collection: 'consents',
        documentId: consentId,
        studentId,
        why,
      }),
    );
  });
  return { studentId };
}
