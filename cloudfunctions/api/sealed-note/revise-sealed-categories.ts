import { refusedRows, strangersIn } from '../../../domain/class-ledger/class-ledger.rules';
import { type ClassLedger, ledgerIdOf } from '../../../domain/class-ledger/class-ledger.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import {
  type ReviseSealedCategories,
  sealedNoteIdOf,
} from '../../../domain/sealed-note/sealed-note.schema';
import { newLedger } from '../ledger-documents';
import type { Caller } from '../procedure';
import { readClass, readClassStudents, subjectOfClass } from '../roster.store';
import { openTermOf } from '../terms';
import { inSealedTransaction, writeSealedNote } from '../write-sealed-note';

/** Write the sealed category rows of a ledger (S4-238, S4-242 …), and mark that they exist. */
export async function reviseSealedCategories(
  ctx: Caller,
  input: z.infer<typeof ReviseSealedCategories>,
) {
  const { classId, termId, rows } = input;
  openTermOf(ctx, termId);
  const [schoolClass, roster] = await Promise.all([
    readClass(classId),
    readClassStudents(ctx.school._id, classId),
  ]);
  const why = ctx.access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');
  if (refusedRows(rows, ctx.school.ledgerCategories, 'sealed').length > 0) {
    throw new AppError('badInput', { sentence: '有的类别已停用或不是保密类别。请刷新后再填。' });
  }
  if (strangersIn(rows, roster).length > 0) throw new AppError('notInClass');
  const ledgerId = ledgerIdOf(termId, classId);
  const key = {
    _id: sealedNoteIdOf(ledgerId, 'categories'),
    ofId: ledgerId,
    kind: 'categories' as const,
    classId,
    divisionId: schoolClass.divisionId,
    studentId: null,
  };

  return inSealedTransaction(ctx, key, why, async (tx) => {
    const { rev, isNew } = await writeSealedNote(
      tx,
      ctx,
      key,
      { text: '', rows },
      { ...input, why },
    );
    if (isNew) {
      const ledger =
        (await tx.get<ClassLedger>('classLedgers', ledgerId)) ??
        newLedger(ctx, schoolClass, termId);
      await tx.put('classLedgers', { ...ledger, hasSealedCategories: true });
    }
    return { rev };
  });
}
