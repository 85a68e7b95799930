import type { Grant } from '../../../domain/access/can';
import type { Action } from '../../../domain/access/permissions';
import { pickCaseWords } from '../../../domain/attention/attention-case.rules';
import type { AttentionCase } from '../../../domain/attention/attention-case.schema';
import { AppError } from '../../../domain/errors';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { unnoteWork } from '../../kernel/note-work';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { type Edit, isStored, refuseStale, revisionOf } from '../write';
import { type CaseView, presentCase } from './attention-view';
import { noteCase } from './note-case';

export interface CaseEdit extends Edit {
  caseId: string;
}

export interface CaseDeed {
  action: Action;
  why: Grant;
  edit: CaseEdit;
  studentId: string;
  /** What the case is before anybody wrote it, at revision 0; without it there must be one. */
  begin?: AttentionCase;
  reason?: string;
  /** What the change makes of the case. */
  change(base: AttentionCase): Partial<AttentionCase>;
  /** What else changes with it, in the same transaction. */
  beside?(tx: Transaction, after: AttentionCase, base: AttentionCase): Promise<void>;
}

/**
 * One change of a case: its earlier wording, the case, its line in the student's file and the
 * audit, all or nothing. Sending it again changes nothing.
 *
 * @throws AppError notFound for a case of another student or school, stale, badInput once closed
 */
export function changeCase(ctx: Caller, deed: CaseDeed): Promise<CaseView> {
  const { action, why, edit, studentId, begin, reason, change, beside } = deed;
  return inTransaction(async (tx) => {
    const before = await tx.get<AttentionCase>('attentionCases', edit.caseId);
    const isOther = before?.studentId !== studentId || before.schoolId !== ctx.school._id;
    if (before && isOther) throw new AppError('notFound');
    if (before && (await isStored(tx, 'revisions', before, edit))) return presentCase(ctx, before);
    refuseStale(before, edit, (current) => presentCase(ctx, current));
    if (before && before.status !== 'open') {
      throw new AppError('badInput', { sentence: '这份档案已经结束，只能查看。' });
    }
    const base = before ?? begin;
    if (!base) throw new AppError('notFound');

    const after: AttentionCase = {
      ...base,
      ...changedStamps(base, ctx),
      ...change(base),
      lastWriteId: edit.writeId,
    };
    if (before) await tx.put('revisions', revisionOf(before, pickCaseWords(before), ctx));
    await tx.put('attentionCases', after);
    if (after.voidedAt) await unnoteWork(tx, ctx, lineOf(after));
    else await noteCase(tx, ctx, after);
    await beside?.(tx, after, base);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: edit.writeId,
        action,
        collection: 'attentionCases',
        documentId: after._id,
        studentId,
        why,
        ...(reason !== undefined && { reason }),
      }),
    );
    return presentCase(ctx, after);
  });
}

const lineOf = ({ _id, studentId }: AttentionCase) => ({
  kind: 'attentionCase' as const,
  refId: _id,
  student: { _id: studentId },
});
