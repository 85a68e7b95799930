import type { Grant } from '../../../domain/access/can';
import type { Action } from '../../../domain/access/permissions';
import type { ClassWork, ClassWorkWords } from '../../../domain/class-work/class-work.schema';
import { AppError } from '../../../domain/errors';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { type Settling, settle, unsettle } from '../../kernel/settle';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { openTermOf } from '../terms';
import { type Edit, isStored, refuseStale, revisionOf } from '../write';
import { presentWork } from './class-work-view';

interface Deed {
  action: Action;
  why: Grant;
  edit: Edit & { workId: string };
  /** What it is before anybody wrote it, at revision 0; without it there must be one. */
  begin?: ClassWork;
  change: Partial<ClassWork>;
  reason?: string;
}

const wordsOf = ({ on, title, text, photos }: ClassWorkWords): ClassWorkWords => ({
  ...{ on, title, text, photos },
});

/** What a piece of work counts as: of its class, or of whoever sponsors. */
const settlingOf = ({ _id, kind, on, classId, divisionId }: ClassWork): Settling => ({
  kind,
  on,
  classId: classId ?? undefined,
  divisionId: divisionId ?? undefined,
  refId: _id,
});

/**
 * One change of one's own work: its earlier wording, the work, what it counts for and the audit,
 * all or nothing. Sending it again changes nothing.
 *
 * @throws AppError notFound for somebody else's or another class's, stale, termOver, badInput for one that is void
 */
export function changeClassWork(ctx: Caller, { action, why, edit, begin, change, reason }: Deed) {
  return inTransaction(async (tx) => {
    const before = await tx.get<ClassWork>('classWorks', edit.workId);
    if (before && !isSame(ctx, before, begin)) throw new AppError('notFound');
    if (before && (await isStored(tx, 'revisions', before, edit))) return presentWork(ctx, before);
    refuseStale(before, edit, (current) => presentWork(ctx, current));
    if (before?.voidedAt) throw new AppError('badInput', { sentence: '这条记录已经作废。' });
    const base = before ?? begin;
    if (!base) throw new AppError('notFound');
    openTermOf(ctx, base.termId);

    const after = {
      ...base,
      ...changedStamps(base, ctx),
      ...change,
      lastWriteId: edit.writeId,
    };
    if (before) await tx.put('revisions', revisionOf(before, { ...wordsOf(before) }, ctx));
    await tx.put('classWorks', after);
    await count(tx, ctx, before, after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: edit.writeId,
        action,
        collection: 'classWorks',
        documentId: after._id,
        why,
        ...(reason !== undefined && { reason }),
      }),
    );
    return presentWork(ctx, after);
  });
}

/** Let it count on the day that it has now, and nowhere once it is void. */
async function count(tx: Transaction, ctx: Caller, before: ClassWork | null, after: ClassWork) {
  if (before && (after.voidedAt || before.on !== after.on)) {
    await unsettle(tx, ctx, settlingOf(before));
  }
  if (!after.voidedAt) await settle(tx, ctx, settlingOf(after));
}

/** One's own, and of the kind and the class that are said. */
const isSame = ({ member, school }: Caller, work: ClassWork, said: ClassWork | undefined) =>
  work.schoolId === school._id &&
  work.createdBy === member._id &&
  (!said || (work.kind === said.kind && work.classId === said.classId));
