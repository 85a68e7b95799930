import { randomUUID } from 'node:crypto';
import type { Subject } from '../../../domain/access/scopes';
import type { z } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import type { OpenSealedNote, SealedNote } from '../../../domain/sealed-note/sealed-note.schema';
import { auditOf } from '../../kernel/audit';
import { writeOne } from '../../kernel/database';
import { readOneWith } from '../../kernel/read-one-with';
import type { Caller } from '../procedure';
import { subjectOfStudent } from '../roster.store';
import { presentSealedNote } from '../write-sealed-note';

/**
 * A note about a student follows them: whoever accompanies them now may open it, not whoever did
 * when it was written.
 */
const subjectOfNote = (
  { schoolId, divisionId, classId }: SealedNote,
  student: Student | null,
): Subject => subjectOfStudent(student) ?? { schoolId, divisionId, classId };

/** Open a sealed note with a reason. The audit is written before anything is shown. */
export async function openSealedNote(ctx: Caller, input: z.infer<typeof OpenSealedNote>) {
  const read = await readOneWith<SealedNote, Student>('sealedNotes', input.noteId, {
    from: 'students',
    localField: 'studentId',
  });
  const note = read?.found ?? null;
  // What somebody thought otherwise in a meeting stays with those who led it: not opened here.
  const isOthers = note?.kind === 'dissent';
  const why = ctx.access.authorize(
    note && !isOthers ? subjectOfNote(note, read?.joined[0] ?? null) : null,
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
