import { AppError } from '../../../domain/errors';
import {
  ERASURE_PARTS,
  type ErasureRequest,
  type SubmitErasureRequest,
  type VoidErasureRequest,
} from '../../../domain/leaving/erasure-request.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, newStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { readErasure, readOpenErasures, readOwnErasures } from './erasure.store';

const present = ({ _id, rev, studentId, state, createdAt, begunAt }: ErasureRequest) => ({
  id: _id,
  ...{ rev, studentId, state, at: createdAt, hasBegun: begunAt !== null },
});

/** What goes and what stays, and whether the guardian has asked already. */
export async function planErasure(ctx: Caller, studentId: string) {
  const [student, own] = await Promise.all([
    readStudent(studentId),
    readOwnErasures(ctx.school._id, ctx.member._id),
  ]);
  ctx.access.authorize(subjectOfStudent(student));
  const open = own.find((one) => one.studentId === studentId && one.state === 'open');
  return { parts: ERASURE_PARTS, request: open ? present(open) : null };
}

/** Ask for it. While one request waits, asking again is the same request. */
export async function submitErasure(ctx: Caller, input: z.infer<typeof SubmitErasureRequest>) {
  const { studentId, writeId } = input;
  const [student, own] = await Promise.all([
    readStudent(studentId),
    readOwnErasures(ctx.school._id, ctx.member._id),
  ]);
  const why = ctx.access.authorize(subjectOfStudent(student));
  if (!student) throw new Error('authorized without a student');
  const waiting = own.find((one) => one.studentId === studentId && one.state === 'open');
  if (waiting) return present(waiting);
  const request: ErasureRequest = {
    _id: writeId,
    ...newStamps(ctx),
    ...{ studentId, classId: student.classId, divisionId: student.divisionId },
    ...{ memberId: ctx.member._id, memberName: ctx.member.name },
    ...{ state: 'open', begunAt: null, closedAt: null, closedByName: '', lastWriteId: writeId },
  };
  return inTransaction(async (tx) => {
    const before = await tx.get<ErasureRequest>('erasureRequests', writeId);
    if (before && before.memberId !== ctx.member._id) throw new AppError('notFound');
    if (before) return present(before);
    await tx.put('erasureRequests', request);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'erasureRequest.submit',
        collection: 'erasureRequests',
        documentId: request._id,
        ...{ studentId, why },
      }),
    );
    return present(request);
  });
}

/** Take the request back, as long as the office has not begun. */
export async function voidErasure(ctx: Caller, input: z.infer<typeof VoidErasureRequest>) {
  const { requestId, writeId } = input;
  const seen = await readErasure(requestId);
  const isOwn = seen?.memberId === ctx.member._id;
  const why = ctx.access.authorize(isOwn ? seen : null);
  return inTransaction(async (tx) => {
    const before = await tx.get<ErasureRequest>('erasureRequests', requestId);
    if (!before) throw new Error('authorized without a request');
    if (before.lastWriteId === writeId || before.state === 'voided') return present(before);
    if (before.begunAt !== null) {
      throw new AppError('stale', { sentence: '办公室已经开始办理，不能再收回。' });
    }
    const after: ErasureRequest = {
      ...before,
      ...changedStamps(before, ctx),
      ...{ state: 'voided', closedAt: ctx.now, closedByName: ctx.member.name },
      lastWriteId: writeId,
    };
    await tx.put('erasureRequests', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'erasureRequest.submit',
        collection: 'erasureRequests',
        documentId: requestId,
        ...{ studentId: before.studentId, why, reason: '收回请求' },
      }),
    );
    return present(after);
  });
}

/** What waits for the office, with the child that it is about. */
export async function listErasures(ctx: Caller) {
  ctx.access.authorize({ schoolId: ctx.school._id });
  const open = await readOpenErasures(ctx.school._id);
  return {
    items: open.map((one) => ({
      ...present(one),
      guardianName: one.memberName,
      childName: one.students[0]?.name ?? '',
    })),
  };
}
