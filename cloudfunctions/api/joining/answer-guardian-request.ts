import type { Grant } from '../../../domain/access/can';
import type { Member } from '../../../domain/access/roles';
import { AppError } from '../../../domain/errors';
import { type Consent, consentIdOf } from '../../../domain/joining/consent';
import type {
  CloseGuardianRequest,
  GuardianRequest,
  VoidGuardianAnswer,
} from '../../../domain/joining/guardian-request.schema';
import { MAX_CHILDREN } from '../../../domain/joining/guardian-request.schema';
import { childrenOf, withChildren } from '../../../domain/joining/joining.rules';
import type { z } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, newStamps } from '../../kernel/database';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import { letOut } from '../let-out';
import type { Caller } from '../procedure';
import { readRequest, subjectOfRequest } from './joining.store';

const present = ({ _id, state, childName, guardianName }: GuardianRequest) => ({
  id: _id,
  ...{ state, childName, guardianName },
});

/** The request as it stands in the transaction; rights were asked about the one that was read. */
async function requestIn(tx: Transaction, requestId: string): Promise<GuardianRequest> {
  const request = await tx.get<GuardianRequest>('guardianRequests', requestId);
  if (!request) throw new Error('authorized without a request');
  return request;
}

interface Answer {
  writeId: string;
  why: Grant;
  studentId: string | null;
}

async function putAnswer(
  tx: Transaction,
  ctx: Caller,
  request: GuardianRequest,
  { writeId, why, studentId }: Answer,
) {
  await tx.put('guardianRequests', request);
  await tx.put(
    'audits',
    auditOf(ctx, {
      id: writeId,
      action: 'guardianRequest.close',
      collection: 'guardianRequests',
      documentId: request._id,
      studentId,
      why,
      ...(request.reason !== '' && { reason: request.reason }),
    }),
  );
  return present(request);
}

/** The right to one more child, and the consent it rests on. */
async function letIn(
  tx: Transaction,
  ctx: Caller,
  { request, student, writeId }: { request: GuardianRequest; student: Student; writeId: string },
): Promise<void> {
  const { memberId, guardianName } = request;
  const member = (await tx.get<Member>('members', memberId)) ?? {
    _id: memberId,
    name: guardianName,
    postings: [],
  };
  const children = new Set([...childrenOf(member, ctx.school._id), student._id]);
  if (children.size > MAX_CHILDREN) {
    throw new AppError('badInput', {
      sentence: `${guardianName}已经有 ${MAX_CHILDREN} 个孩子，请核对是不是同一个人。`,
    });
  }
  const postings = withChildren(member.postings, ctx.school._id, [...children]);
  await tx.put('members', { ...member, postings });
  await tx.put<Consent>('consents', {
    _id: consentIdOf(student._id, memberId),
    ...newStamps(ctx),
    studentId: student._id,
    classId: student.classId,
    divisionId: student.divisionId,
    memberId,
    memberName: guardianName,
    relation: request.relation,
    version: request.consentVersion,
    agreedAt: request.agreedAt,
    agreedForChildAt: request.isUnderFourteen ? request.agreedAt : null,
    withdrawnAt: null,
    lastWriteId: writeId,
  });
}

/** Let a guardian in to the child that is meant, or say why not; the guardian reads the reason. */
export async function closeGuardianRequest(
  ctx: Caller,
  { requestId, writeId, decision }: z.infer<typeof CloseGuardianRequest>,
) {
  const why = ctx.access.authorize(subjectOfRequest(await readRequest(requestId)));
  return inTransaction(async (tx) => {
    const before = await requestIn(tx, requestId);
    if (before.lastWriteId === writeId) return present(before);
    if (before.state !== 'open') {
      throw new AppError('stale', {
        sentence: `${before.guardianName}的申请已经由${before.closedByName}答复，请刷新后再看。`,
      });
    }
    const answered = {
      ...before,
      ...changedStamps(before, ctx),
      ...{ state: decision.state, closedAt: ctx.now, closedByName: ctx.member.name },
      lastWriteId: writeId,
    };
    if (decision.state === 'refused') {
      const refused = { ...answered, reason: decision.reason };
      return putAnswer(tx, ctx, refused, { writeId, why, studentId: null });
    }
    const student = await tx.get<Student>('students', decision.studentId);
    const isOfClass = student?.classId === before.classId && student.status === 'enrolled';
    if (!isOfClass) throw new AppError('notInClass');
    await letIn(tx, ctx, { request: before, student, writeId });
    const approved = { ...answered, studentId: student._id };
    return putAnswer(tx, ctx, approved, { writeId, why, studentId: student._id });
  });
}

/** Take an answer back: whoever was let in by mistake sees nothing more, and the request waits. */
export async function voidGuardianAnswer(
  ctx: Caller,
  { requestId, writeId }: z.infer<typeof VoidGuardianAnswer>,
) {
  const why = ctx.access.authorize(subjectOfRequest(await readRequest(requestId)));
  return inTransaction(async (tx) => {
    const before = await requestIn(tx, requestId);
    if (before.lastWriteId === writeId || before.state === 'open') return present(before);
    const { memberId, studentId } = before;
    if (studentId !== null) await letOut(tx, ctx, { memberId, studentId, writeId });
    const open: GuardianRequest = {
      ...before,
      ...changedStamps(before, ctx),
      ...{ state: 'open', studentId: null, reason: '', closedAt: null, closedByName: '' },
      lastWriteId: writeId,
    };
    return putAnswer(tx, ctx, open, { writeId, why, studentId });
  });
}
