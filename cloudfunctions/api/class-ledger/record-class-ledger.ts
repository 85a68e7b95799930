import { termBefore } from '../../../domain/calendar/term';
import {
  type ClassLedger,
  ledgerIdOf,
  type RecordClassLedger,
} from '../../../domain/class-ledger/class-ledger.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { inTransaction } from '../../kernel/transaction';
import { newLedger } from '../ledger-documents';
import type { Caller } from '../procedure';
import { readClass, subjectOfClass } from '../roster.store';
import { openTermOf } from '../terms';

/**
 * Begin the ledger of a term (S4-194, S4-206), with or without last term's lines. Copying is one
 * mark on the ledger, whatever the size of the class. Repeating it changes nothing.
 */
export async function recordClassLedger(ctx: Caller, input: z.infer<typeof RecordClassLedger>) {
  const term = openTermOf(ctx, input.termId);
  const schoolClass = await readClass(input.classId);
  const why = ctx.access.authorize(subjectOfClass(schoolClass));
  const previous = input.copiesLastTerm ? termBefore(ctx.school.terms, term) : null;

  if (!schoolClass) throw new Error('authorized without a class');

  return inTransaction(async (tx) => {
    const id = ledgerIdOf(term.id, input.classId);
    const before = await tx.get<ClassLedger>('classLedgers', id);
    const ledger = before ?? newLedger(ctx, schoolClass, term.id);
    const copiedFromTermId = ledger.copiedFromTermId ?? previous?.id ?? null;
    if (before && copiedFromTermId === before.copiedFromTermId) return { rev: before.rev };
    await tx.put('classLedgers', { ...ledger, copiedFromTermId });
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'classLedger.revise',
        collection: 'classLedgers',
        documentId: ledger._id,
        why,
      }),
    );
    return { rev: ledger.rev };
  });
}
