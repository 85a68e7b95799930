import { entryIdOf, type LedgerEntry } from '../../../domain/class-ledger/class-ledger.schema';
import type { z } from '../../../domain/schema';
import {
  type ReviseSealedFamily,
  sealedNoteIdOf,
} from '../../../domain/sealed-note/sealed-note.schema';
import { newEntry } from '../ledger-documents';
import type { Caller } from '../procedure';
import { studentToWrite } from '../student-to-write';
import { openTermOf } from '../terms';
import { inSealedTransaction, writeSealedNote } from '../write-sealed-note';

/** Write the family part of a student's line (S4-206), and mark on the line that it exists. */
export async function reviseSealedFamily(ctx: Caller, input: z.infer<typeof ReviseSealedFamily>) {
  const { studentId, termId, text } = input;
  openTermOf(ctx, termId);
  const { student, why } = await studentToWrite(ctx, studentId);
  const entryId = entryIdOf(termId, studentId);
  const key = {
    _id: sealedNoteIdOf(entryId, 'family'),
    ofId: entryId,
    kind: 'family' as const,
    classId: student.classId,
    divisionId: student.divisionId,
    studentId,
  };

  return inSealedTransaction(ctx, key, why, async (tx) => {
    const { rev, isNew } = await writeSealedNote(
      tx,
      ctx,
      key,
      { text, rows: {} },
      { ...input, why },
    );
    if (isNew) {
      const entry =
        (await tx.get<LedgerEntry>('ledgerEntries', entryId)) ?? newEntry(ctx, student, termId);
      await tx.put('ledgerEntries', { ...entry, hasSealedFamily: true });
    }
    return { rev };
  });
}
