import type { Grant } from '../../../domain/access/can';
import type { Member } from '../../../domain/access/roles';
import { AppError } from '../../../domain/errors';
import { type Consent, consentIdOf } from '../../../domain/joining/consent';
import {
  type CloseErasureRequest,
  ERASED,
  type ErasureRequest,
} from '../../../domain/leaving/erasure-request.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import { letOut } from '../let-out';
import type { Caller } from '../procedure';
import { eraseNames } from './erase-names';
import { eraseCorrections, eraseForms } from './erase-words';
import {
  readCorrectionsBy,
  readErasure,
  readJoiningOf,
  readNotedBy,
  readOwnErasures,
  readRecordsOf,
  readWordingsBy,
} from './erasure.store';

type Input = z.infer<typeof CloseErasureRequest>;

const present = ({ _id, rev, state }: ErasureRequest) => ({
  id: _id,
  rev,
  isDone: state === 'done',
});

/** The guardian's reach ends first, and the consent stays as a proof of dates without a name. */
const begin = (ctx: Caller, input: Input, why: Grant): Promise<ErasureRequest> =>
  inTransaction(async (tx) => {
    const { requestId, rev, writeId } = input;
    const before = await tx.get<ErasureRequest>('erasureRequests', requestId);
    if (!before) throw new Error('authorized without a request');
    if (before.begunAt !== null || before.state === 'done') return before;
    if (before.rev !== rev || before.state !== 'open') {
      throw new AppError('stale', { sentence: '这个请求刚刚有了变化，请刷新后再办理。' });
    }
    const { memberId, studentId } = before;
    await letOut(tx, ctx, { memberId, studentId, writeId });
    const consentId = consentIdOf(studentId, memberId);
    const consent = await tx.get<Consent>('consents', consentId);
    if (consent) await tx.put<Consent>('consents', { ...consent, memberName: ERASED });
    const after = { ...before, ...changedStamps(before, ctx), begunAt: ctx.now };
    await tx.put('erasureRequests', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'erasureRequest.close',
        collection: 'erasureRequests',
        documentId: requestId,
        ...{ studentId, why },
      }),
    );
    return after;
  });

/** Last, so that a run that was cut off still knows whose words it looks for. */
const finish = (ctx: Caller, { requestId, writeId }: Input): Promise<ErasureRequest> =>
  inTransaction(async (tx) => {
    const before = await tx.get<ErasureRequest>('erasureRequests', requestId);
    if (!before) throw new Error('authorized without a request');
    if (before.state === 'done') return before;
    const member = await tx.get<Member>('members', before.memberId);
    // Whoever has neither another child nor a posting here or elsewhere has no name here either.
    if (member?.postings.length === 0) await tx.put('members', { ...member, name: ERASED });
    const after: ErasureRequest = {
      ...before,
      ...changedStamps(before, ctx),
      ...{ state: 'done', memberName: ERASED, closedAt: ctx.now, closedByName: ctx.member.name },
      lastWriteId: writeId,
    };
    await tx.put('erasureRequests', after);
    return after;
  });

/**
 * Carry out the next piece of an erasure, in small transactions; the phone asks until it is done.
 * What is erased already is not looked at again, so it can be cut off anywhere.
 */
export async function closeErasure(ctx: Caller, input: Input) {
  const seen = await readErasure(input.requestId);
  const why = ctx.access.authorize(seen && { schoolId: seen.schoolId });
  if (!seen) throw new Error('authorized without a request');
  // The reach ends with the first call, whatever becomes of those that follow.
  if (seen.begunAt === null) return present(await begin(ctx, input, why));
  if (seen.state === 'done') return present(seen);
  const { studentId, memberId } = seen;
  const { _id: schoolId } = ctx.school;
  const [corrections, records, noted, joining, asked] = await Promise.all([
    readCorrectionsBy(schoolId, studentId, memberId),
    readRecordsOf(schoolId, studentId),
    readNotedBy(schoolId, studentId, memberId),
    readJoiningOf(memberId),
    readOwnErasures(schoolId, memberId),
  ]);
  const wordings = await readWordingsBy(schoolId, memberId, [...corrections, ...records]);
  const isAll =
    (await eraseCorrections(ctx, { all: corrections, wordings })) &&
    (await eraseForms(ctx, memberId, { all: records, wordings }));
  if (!isAll) return present(seen);
  await eraseNames(studentId, { noted, joining, asked });
  return present(await finish(ctx, input));
}
