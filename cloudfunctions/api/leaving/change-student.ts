import type { Grant } from '../../../domain/access/can';
import type { Action } from '../../../domain/access/permissions';
import { AppError } from '../../../domain/errors';
import type { Student } from '../../../domain/school/roster.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import type { Edit } from '../write';

export const refuse = (sentence: string): never => {
  throw new AppError('badInput', { sentence });
};

export interface StudentDeed {
  action: Action;
  why: Grant;
  edit: Edit & { studentId: string };
  /** A student who is new; otherwise there must be one. */
  begin?: Student;
  reason?: string;
  change(base: Student, tx: Transaction): Promise<Student>;
  /** What else changes with it, in the same transaction. */
  beside(tx: Transaction, base: Student): Promise<void>;
}

const present = ({ _id, rev, status }: Student) => ({ id: _id, rev, status });

/** One change of who is in which class, with its audit, all or nothing. Repeating it changes nothing. */
export function changeStudent(ctx: Caller, deed: StudentDeed) {
  const { action, why, edit, begin, reason, change, beside } = deed;
  const { studentId, rev, writeId } = edit;
  return inTransaction(async (tx) => {
    const before = await tx.get<Student>('students', studentId);
    // An id is no right: a student of another school is not this one.
    if (before && before.schoolId !== ctx.school._id) throw new AppError('notFound');
    if (before?.lastWriteId === writeId) return present(before);
    if ((before?.rev ?? 0) !== rev) {
      const sentence = `${before?.name ?? '这名学生'}的在籍情况刚刚改过，请刷新后再试。`;
      throw new AppError('stale', { sentence });
    }
    const base = before ?? begin;
    if (!base) throw new AppError('notFound');
    const changed = await change(base, tx);
    const after: Student = {
      ...changed,
      ...(before && changedStamps(before, ctx)),
      lastWriteId: writeId,
    };
    await tx.put('students', after);
    await beside(tx, base);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action,
        collection: 'students',
        documentId: studentId,
        ...{ studentId, why, ...(reason !== undefined && { reason }) },
      }),
    );
    return present(after);
  });
}
