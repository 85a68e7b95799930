import type { Grant } from '../../../domain/access/can';
import { ROLES } from '../../../domain/access/roles';
import {
  entryIdOf,
  type LedgerContribution,
  type LedgerEntry,
  MAX_CONTRIBUTIONS,
  type RecordLedgerContribution,
} from '../../../domain/class-ledger/class-ledger.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import { auditIdOf, auditOf } from '../../kernel/audit';
import { inTransaction } from '../../kernel/transaction';
import { newEntry } from '../ledger-documents';
import type { Caller } from '../procedure';
import { studentToWrite } from '../student-to-write';
import { openTermOf } from '../terms';
import { presentEntry } from './ledger-view';

/** As what somebody writes: a subject teacher by the subject, else by the role. */
function capacityOf(ctx: Caller, why: Grant, classId: string): string {
  const teaching = ctx.member.postings.find(
    (posting) => posting.role === 'subjectTeacher' && posting.classIds?.includes(classId),
  );
  return (why.role === 'subjectTeacher' && teaching?.subject) || ROLES[why.role];
}

/**
 * Add, change or (empty) take back one's own line about a student (S4-295). One line a person and
 * term: writing again replaces it, so a repeated write stores once. The homeroom teacher's own
 * fields and their revision stay untouched.
 */
export async function recordContribution(
  ctx: Caller,
  input: z.infer<typeof RecordLedgerContribution>,
) {
  const { termId, studentId, text } = input;
  openTermOf(ctx, termId);
  const { student, why } = await studentToWrite(ctx, studentId);

  return inTransaction(async (tx) => {
    const base =
      (await tx.get<LedgerEntry>('ledgerEntries', entryIdOf(termId, studentId))) ??
      newEntry(ctx, student, termId);
    const mine = base.contributions.find(({ memberId }) => memberId === ctx.member._id);
    if ((mine?.text ?? '') === text) return presentEntry(ctx, base);
    // Arrived late, after one has changed it: what was written last stands.
    if (await tx.get('audits', auditIdOf(base._id, input.writeId))) return presentEntry(ctx, base);

    const others = base.contributions.filter((item) => item !== mine);
    const line: LedgerContribution = {
      memberId: ctx.member._id,
      name: ctx.member.name,
      capacity: capacityOf(ctx, why, student.classId),
      text,
      at: ctx.now,
    };
    const contributions = text === '' ? others : [...others, line];
    if (contributions.length > MAX_CONTRIBUTIONS) {
      throw new AppError('badInput', {
        sentence: `每名学生每学期最多 ${MAX_CONTRIBUTIONS} 位老师补充，请与班主任商量。`,
      });
    }
    const after: LedgerEntry = { ...base, contributions };
    await tx.put('ledgerEntries', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'ledgerContribution.record',
        collection: 'ledgerEntries',
        documentId: after._id,
        studentId,
        why,
      }),
    );
    return presentEntry(ctx, after);
  });
}
