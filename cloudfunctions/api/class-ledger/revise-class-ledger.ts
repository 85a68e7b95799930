import { refusedRows, strangersIn } from '../../../domain/class-ledger/class-ledger.rules';
import {
  type ClassLedger,
  ledgerIdOf,
  type ReviseClassLedger,
} from '../../../domain/class-ledger/class-ledger.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { School } from '../../../domain/school/school.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import { newLedger } from '../ledger-documents';
import type { Caller } from '../procedure';
import { readClass, readClassStudents, subjectOfClass } from '../roster.store';
import { openTermOf } from '../terms';
import { isStored, refuseStale, revisionOf } from '../write';

/** Rows that the school has sealed since are left out: their names are opened with a reason. */
function openRows({ categories }: ClassLedger, school: School): Record<string, string[]> {
  const refused = refusedRows(categories, school.ledgerCategories, 'open');
  return Object.fromEntries(Object.entries(categories).filter(([key]) => !refused.includes(key)));
}

const presentCurrent = (ledger: ClassLedger, school: School) => ({
  rev: ledger.rev,
  analysis: ledger.analysis,
  goal: ledger.goal,
  categories: openRows(ledger, school),
  updatedByName: ledger.updatedByName,
  updatedAt: ledger.updatedAt,
});

/** Write the head of the ledger: analysis, goal and the open category rows (S4-235 … S4-247). */
export async function reviseClassLedger(ctx: Caller, input: z.infer<typeof ReviseClassLedger>) {
  const { school, access } = ctx;
  const { classId, termId, categories, analysis, goal } = input;
  openTermOf(ctx, termId);
  const [schoolClass, roster] = await Promise.all([
    readClass(classId),
    readClassStudents(school._id, classId),
  ]);
  const why = access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');
  if (refusedRows(categories, school.ledgerCategories, 'open').length > 0) {
    throw new AppError('badInput', {
      sentence: '有的类别已停用，或者要在保密类别里填写。请刷新后再填。',
    });
  }
  if (strangersIn(categories, roster).length > 0) throw new AppError('notInClass');

  return inTransaction(async (tx) => {
    const before = await tx.get<ClassLedger>('classLedgers', ledgerIdOf(termId, classId));
    if (before && (await isStored(tx, 'revisions', before, input))) return { rev: before.rev };
    refuseStale(before, input, (current) => presentCurrent(current, school));

    const base = before ?? newLedger(ctx, schoolClass, termId);
    const after: ClassLedger = {
      ...base,
      ...changedStamps(base, ctx),
      analysis,
      goal,
      categories,
      lastWriteId: input.writeId,
    };
    if (base.rev > 0) {
      const earlier = { analysis: base.analysis, goal: base.goal, categories: base.categories };
      await tx.put('revisions', revisionOf(base, earlier, ctx));
    }
    await tx.put('classLedgers', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'classLedger.revise',
        collection: 'classLedgers',
        documentId: after._id,
        why,
      }),
    );
    return { rev: after.rev };
  });
}
