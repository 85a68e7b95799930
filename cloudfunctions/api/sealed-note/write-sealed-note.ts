import type { Grant } from '../../../domain/access/can';
import type { SealedNote } from '../../../domain/sealed-note/sealed-note.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps, newStamps } from '../../kernel/database';
import type { Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { type Edit, isStored, refuseStale, revisionOf } from '../write';
import { presentSealedNote } from './open-sealed-note';

type NoteKey = Pick<SealedNote, '_id' | 'ofId' | 'kind' | 'classId' | 'divisionId' | 'studentId'>;
type NoteContent = Pick<SealedNote, 'text' | 'rows'>;

/**
 * Store a sealed note within a transaction; its earlier wordings go to a shelf of their own. The
 * caller marks, in the same transaction, the record it belongs to. Returns the stored revision.
 */
export async function writeSealedNote(
  tx: Transaction,
  ctx: Caller,
  key: NoteKey,
  content: NoteContent,
  edit: Edit & { why: Grant },
): Promise<{ rev: number; isNew: boolean }> {
  const before = await tx.get<SealedNote>('sealedNotes', key._id);
  if (before && (await isStored(tx, 'sealedRevisions', before, edit))) {
    return { rev: before.rev, isNew: false };
  }
  refuseStale(before, edit, presentSealedNote);

  const after: SealedNote = {
    ...(before ? { ...before, ...changedStamps(before, ctx) } : newStamps(ctx)),
    ...key,
    ...content,
    lastWriteId: edit.writeId,
  };
  if (before) {
    const { text, rows } = before;
    await tx.put('sealedRevisions', revisionOf(before, { text, rows }, ctx));
  }
  await tx.put('sealedNotes', after);
  await tx.put(
    'audits',
    auditOf(ctx, {
      id: edit.writeId,
      action: 'sealedNote.revise',
      collection: 'sealedNotes',
      documentId: after._id,
      studentId: after.studentId,
      why: edit.why,
    }),
  );
  return { rev: after.rev, isNew: before === null };
}
