import { randomUUID } from 'node:crypto';
import type { z } from '../../../domain/schema';
import type { OpenSealedNote, SealedNote } from '../../../domain/sealed-note/sealed-note.schema';
import { auditOf } from '../../kernel/audit';
import { readOne, writeOne } from '../../kernel/database';
import type { Caller } from '../procedure';
import { presentSealedNote } from '../write-sealed-note';

/** Open a sealed note with a reason. The audit is written before anything is shown. */
export async function openSealedNote(ctx: Caller, input: z.infer<typeof OpenSealedNote>) {
  const note = await readOne<SealedNote>('sealedNotes', input.noteId);
  const why = ctx.access.authorize(
    note && {
      schoolId: note.schoolId,
      divisionId: note.divisionId,
      classId: note.classId,
      studentId: note.studentId ?? undefined,
    },
  );
  if (!note) throw new Error('authorized without a note');
  await writeOne(
    'audits',
    auditOf(ctx, {
      id: randomUUID(),
      action: 'sealedNote.read',
      collection: 'sealedNotes',
      documentId: note._id,
      studentId: note.studentId,
      why,
      reason: input.reason,
    }),
  );
  return presentSealedNote(note);
}
