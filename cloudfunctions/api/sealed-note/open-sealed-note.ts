import { randomUUID } from 'node:crypto';
import type { Subject } from '../../../domain/access/scopes';
import type { z } from '../../../domain/schema';
import type { OpenSealedNote, SealedNote } from '../../../domain/sealed-note/sealed-note.schema';
import { auditOf } from '../../kernel/audit';
import { readOne, writeOne } from '../../kernel/database';
import type { Caller } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { presentSealedNote } from '../write-sealed-note';

/**
 * A note about a student follows them: whoever accompanies them now may open it, not whoever did
 * when it was written.
 */
async function subjectOfNote(note: SealedNote): Promise<Subject> {
  const student = note.studentId === null ? null : await readStudent(note.studentId);
  const { schoolId, divisionId, classId } = note;
  return subjectOfStudent(student) ?? { schoolId, divisionId, classId };
}

/** Open a sealed note with a reason. The audit is written before anything is shown. */
export async function openSealedNote(ctx: Caller, input: z.infer<typeof OpenSealedNote>) {
  const note = await readOne<SealedNote>('sealedNotes', input.noteId);
  // What somebody thought otherwise in a meeting stays with those who led it: not opened here.
  const isOthers = note?.kind === 'dissent';
  const why = ctx.access.authorize(note && !isOthers ? await subjectOfNote(note) : null);
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
