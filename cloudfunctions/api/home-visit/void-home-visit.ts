import { AppError } from '../../../domain/errors';
import type { HomeVisit, VoidHomeVisit } from '../../../domain/home-visit/home-visit.schema';
import type { z } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { unnoteWork } from '../../kernel/note-work';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readLastVisits, readVisit } from './home-visit.store';
import { presentVisit, visitorOf } from './home-visit-view';

/** Void one's own visit with a reason: it leaves the student's file and what is owed, never the cloud. */
export async function voidHomeVisit(ctx: Caller, input: z.infer<typeof VoidHomeVisit>) {
  const { visitId, writeId, reason } = input;
  const visit = await readVisit(visitId);
  const why = ctx.access.authorize(visitorOf(visit));
  if (!visit) throw new Error('authorized without a visit');
  const { studentId } = visit;
  const last = await readLastVisits(ctx.school._id, studentId);
  const left = last.find(({ _id }) => _id !== visitId)?.visitedOn ?? null;

  return inTransaction(async (tx) => {
    const before = await tx.get<HomeVisit>('homeVisits', visitId);
    if (!before) throw new AppError('notFound');
    if (before.voidedAt) return presentVisit(ctx, before);
    const after: HomeVisit = {
      ...before,
      ...changedStamps(before, ctx),
      awaitsId: null,
      dueOn: null,
      voidedAt: ctx.now,
      voidReason: reason,
    };
    await tx.put('homeVisits', after);
    await unnoteWork(tx, ctx.now, {
      student: { _id: studentId },
      kind: 'homeVisit',
      refId: visitId,
    });
    await forgetVisit(tx, before, left);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'homeVisit.void',
        collection: 'homeVisits',
        documentId: visitId,
        studentId,
        why,
        reason,
      }),
    );
    return presentVisit(ctx, after);
  });
}

/** If it was the student's last visit, the one before it is. */
async function forgetVisit(
  tx: Transaction,
  { studentId, visitedOn }: HomeVisit,
  left: string | null,
) {
  const student = await tx.get<Student>('students', studentId);
  if (!student || visitedOn === null || student.lastVisitOn !== visitedOn) return;
  await tx.put('students', { ...student, lastVisitOn: left });
}
