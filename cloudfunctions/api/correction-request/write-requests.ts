import type {
  CloseCorrectionRequest,
  CorrectionRequest,
  RecordCorrectionRequest,
} from '../../../domain/correction-request/correction-request.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { checkContent } from '../../kernel/content-safety';
import { changedStamps, newStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { studentToWrite } from '../student-to-write';
import { isStored, refuseStale, revisionOf } from '../write';
import { readRequest } from './correction-request.store';

export const presentRequest = (request: CorrectionRequest) => ({
  id: request._id,
  rev: request.rev,
  at: request.createdAt,
  byName: request.state === 'open' ? request.updatedByName : null,
  what: request.what,
  why: request.why,
  state: request.state,
  answer: request.answer,
  answeredByName: request.answeredByName,
});

/** Ask for a correction. Its reader is the homeroom teacher, so what WeChat doubts still arrives. */
export async function recordRequest(ctx: Caller, input: z.infer<typeof RecordCorrectionRequest>) {
  const { studentId, writeId, what, why } = input;
  const [{ student, why: grant }, verdict] = await Promise.all([
    studentToWrite(ctx, studentId),
    checkContent(ctx.member._id, [what, why]),
  ]);
  if (verdict === 'risky') throw new AppError('contentRefused');
  const request: CorrectionRequest = {
    _id: writeId,
    ...newStamps(ctx),
    studentId,
    classId: student.classId,
    divisionId: student.divisionId,
    what,
    why,
    state: 'open',
    answer: '',
    answeredByName: null,
    lastWriteId: writeId,
  };
  return inTransaction(async (tx) => {
    const before = await tx.get<CorrectionRequest>('correctionRequests', writeId);
    if (before) {
      // An id is no right: what stands there must be this guardian's own.
      if (before.createdBy !== ctx.member._id) throw new AppError('notFound');
      return presentRequest(before);
    }
    await tx.put('correctionRequests', request);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'correctionRequest.record',
        collection: 'correctionRequests',
        documentId: request._id,
        studentId,
        why: grant,
      }),
    );
    return presentRequest(request);
  });
}

/** Answer a request: corrected or not, always with words. The answer may be reworded. */
export async function closeRequest(ctx: Caller, input: z.infer<typeof CloseCorrectionRequest>) {
  const { requestId, writeId, isAccepted, answer } = input;
  const found = await readRequest(requestId);
  const why = ctx.access.authorize(found);
  return inTransaction(async (tx) => {
    const before = await tx.get<CorrectionRequest>('correctionRequests', requestId);
    if (!before) throw new Error('authorized without a request');
    if (await isStored(tx, 'revisions', before, input)) return presentRequest(before);
    refuseStale(before, input, presentRequest);
    const after: CorrectionRequest = {
      ...before,
      ...changedStamps(before, ctx),
      state: isAccepted ? 'accepted' : 'declined',
      answer,
      answeredByName: ctx.member.name,
      lastWriteId: writeId,
    };
    const { state, answer: earlier } = before;
    await tx.put('revisions', revisionOf(before, { state, answer: earlier }, ctx));
    await tx.put('correctionRequests', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'correctionRequest.close',
        collection: 'correctionRequests',
        documentId: requestId,
        studentId: before.studentId,
        why,
      }),
    );
    return presentRequest(after);
  });
}
