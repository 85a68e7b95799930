import type { Grant } from '../../../domain/access/can';
import type { Action } from '../../../domain/access/permissions';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import { AppError } from '../../../domain/errors';
import { auditIdOf, auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import type { Settling } from '../../kernel/settle';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { type Edit, isStored, refuseStale, revisionOf } from '../write';
import { presentConsultation } from './consultation-view';

interface Deed {
  action: Action;
  why: Grant;
  edit: Edit & { consultationId: string };
  reason?: string;
  /** What the meeting is before anybody planned it, at revision 0; without it there must be one. */
  begin?: Consultation;
  /** What the change makes of it. @throws AppError where it cannot */
  change(before: Consultation): Partial<Consultation>;
  /** What else changes with it, in the same transaction. */
  beside?(tx: Transaction, after: Consultation): Promise<void>;
}

const planOf = (meeting: Consultation) => {
  const { on, startsAt, place, agenda, chairId, recorderId, minutes, state } = meeting;
  return { on, startsAt, place, agenda, chairId, recorderId, minutes, state };
};

/**
 * One change of a meeting: its earlier wording, the meeting, what belongs beside it and the audit,
 * all or nothing. Sending it again changes nothing.
 */
export function changeConsultation(ctx: Caller, deed: Deed) {
  const { action, why, edit, reason, begin, change, beside } = deed;
  return inTransaction(async (tx) => {
    const before = await tx.get<Consultation>('consultations', edit.consultationId);
    if (before && begin && before.placeId !== begin.placeId) throw new AppError('notFound');
    if (before && (await isStored(tx, 'revisions', before, edit))) {
      return presentConsultation(ctx, before);
    }
    refuseStale(before, edit, (current) => presentConsultation(ctx, current));
    const base = before ?? begin;
    if (!base) throw new AppError('notFound');
    const after: Consultation = {
      ...base,
      ...changedStamps(base, ctx),
      ...change(base),
      lastWriteId: edit.writeId,
    };
    if (before) await tx.put('revisions', revisionOf(before, planOf(before), ctx));
    await tx.put('consultations', after);
    await beside?.(tx, after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: edit.writeId,
        action,
        collection: 'consultations',
        documentId: after._id,
        why,
        ...(reason !== undefined && { reason }),
      }),
    );
    return presentConsultation(ctx, after);
  });
}

/**
 * Something that several people tap at once, so that it carries no revision. A tap that is sent
 * again is known by its audit and changes nothing.
 */
export function touchConsultation(
  ctx: Caller,
  deed: Pick<Deed, 'action' | 'why' | 'change' | 'beside'> & {
    edit: { consultationId: string; writeId: string };
  },
) {
  const { action, why, edit, change, beside } = deed;
  return inTransaction(async (tx) => {
    const before = await tx.get<Consultation>('consultations', edit.consultationId);
    if (!before) throw new AppError('notFound');
    const isRepeated = await tx.get('audits', auditIdOf(before._id, edit.writeId));
    if (isRepeated) return presentConsultation(ctx, before);
    const after: Consultation = { ...before, ...change(before) };
    await tx.put('consultations', after);
    await beside?.(tx, after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: edit.writeId,
        action,
        collection: 'consultations',
        documentId: after._id,
        why,
      }),
    );
    return presentConsultation(ctx, after);
  });
}

/** Work that answers a meeting, as the duties see it: its plan, its report. */
export const answering = (
  { _id, kindId, on, divisionId, classId }: Consultation,
  work: Pick<Settling, 'kind' | 'on'>,
): Settling => ({
  ...work,
  divisionId: divisionId ?? undefined,
  classId: classId ?? undefined,
  refId: _id,
  fact: { id: _id, kind: kindId, on },
});

/** @throws badInput when it is over */
export function refuseUnlessOpen({ isOpen }: Consultation): void {
  if (!isOpen) throw new AppError('badInput', { sentence: '这次会商已经结束，不能再改。' });
}
