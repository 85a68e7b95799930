import { AppError } from '../../../domain/errors';
import type { HomeVisit, SignOffHomeVisit } from '../../../domain/home-visit/home-visit.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readVisit } from './home-visit.store';

/**
 * The companion says with one tap that they came along; taking it back asks again. It changes no
 * word of the record, so its revision stays.
 */
export async function signOffHomeVisit(ctx: Caller, input: z.infer<typeof SignOffHomeVisit>) {
  const { visitId, writeId, isConfirmed } = input;
  const visit = await readVisit(visitId);
  const { companionId = null, schoolId = '' } = visit ?? {};
  const why = ctx.access.authorize(
    companionId === null ? null : { schoolId, memberId: companionId },
  );

  return inTransaction(async (tx) => {
    const before = await tx.get<HomeVisit>('homeVisits', visitId);
    if (before?.companionId !== ctx.member._id || before.voidedAt) throw new AppError('notFound');
    if ((before.confirmedAt !== null) === isConfirmed) return { isConfirmed };
    await tx.put<HomeVisit>('homeVisits', {
      ...before,
      confirmedAt: isConfirmed ? ctx.now : null,
      awaitsId: isConfirmed ? null : ctx.member._id,
    });
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'homeVisit.signOff',
        collection: 'homeVisits',
        documentId: visitId,
        studentId: before.studentId,
        why,
      }),
    );
    return { isConfirmed };
  });
}
