import type { Grant } from '../../../domain/access/can';
import type { Action } from '../../../domain/access/permissions';
import {
  MAX_STEPS,
  type Resolution,
  type ResolutionStep,
} from '../../../domain/consultation/resolution.schema';
import { AppError } from '../../../domain/errors';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { agreedIsDone } from '../../kernel/note-work';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { type Edit, isStored, refuseStale, revisionOf } from '../write';
import { presentResolution } from './consultation-view';

interface Deed {
  action: Action;
  why: Grant;
  edit: Edit & { resolutionId: string };
  step: Pick<ResolutionStep, 'kind' | 'words'> &
    Partial<Pick<ResolutionStep, 'dueOn' | 'isOnTrack' | 'consultationId'>>;
  change(before: Resolution): Partial<Resolution>;
  /** Asked in the transaction. @throws AppError where it may not be changed */
  check?(tx: Transaction, before: Resolution): Promise<void>;
  /** What else changes with it, in the same transaction. */
  beside?(tx: Transaction, after: Resolution): Promise<void>;
}

/**
 * One step of a resolution: what it was, what was said, the audit; and once nothing is owed any
 * more, it no longer stands on top of the student's file.
 */
export function changeResolution(ctx: Caller, deed: Deed) {
  const { action, why, edit, step, change, check, beside } = deed;
  const { member, now } = ctx;
  return inTransaction(async (tx) => {
    const before = await tx.get<Resolution>('resolutions', edit.resolutionId);
    if (!before) throw new AppError('notFound');
    if (await isStored(tx, 'revisions', before, edit)) return presentResolution(ctx, before);
    refuseStale(before, edit, (current) => presentResolution(ctx, current));
    if (!before.isOpen) throw new AppError('badInput', { sentence: '这条决议已经有了结果。' });
    if (before.steps.length >= MAX_STEPS) {
      throw new AppError('badInput', { sentence: '这条决议记得太多了，请到会上重新决定。' });
    }
    await check?.(tx, before);
    const said: ResolutionStep = {
      dueOn: null,
      isOnTrack: null,
      consultationId: null,
      ...step,
      memberId: member._id,
      byName: member.name,
      at: now,
    };
    const after: Resolution = {
      ...before,
      ...changedStamps(before, ctx),
      ...change(before),
      steps: [...before.steps, said],
      lastWriteId: edit.writeId,
    };
    const { state, dueOn } = before;
    await tx.put('revisions', revisionOf(before, { state, dueOn }, ctx));
    await tx.put('resolutions', after);
    await beside?.(tx, after);
    if (!after.isOpen && after.student) {
      const { consultationId: refId, student } = after;
      await agreedIsDone(tx, { kind: 'consultation', refId, student });
    }
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: edit.writeId,
        action,
        collection: 'resolutions',
        documentId: after._id,
        studentId: after.student?._id ?? null,
        why,
      }),
    );
    return presentResolution(ctx, after);
  });
}
