import { randomUUID } from 'node:crypto';
import type { Grant } from '../../domain/access/can';
import { AppError } from '../../domain/errors';
import type { SealedNote } from '../../domain/sealed-note/sealed-note.schema';
import { auditOf } from '../kernel/audit';
import { changedStamps, newStamps, writeOne } from '../kernel/database';
import { inTransaction, type Transaction } from '../kernel/transaction';
import type { Caller } from './procedure';
import { type Edit, isStored, refuseStale, revisionOf } from './write';

/** What is shown once it has been opened; also what a stale edit is answered with. */
export const presentSealedNote = (note: SealedNote) => ({
  id: note._id,
  kind: note.kind,
  rev: note.rev,
  text: note.text,
  rows: note.rows,
  parts: note.parts ?? {},
  updatedByName: note.updatedByName,
  updatedAt: note.updatedAt,
});

type NoteKey = Pick<SealedNote, '_id' | 'ofId' | 'kind' | 'classId' | 'divisionId' | 'studentId'>;
type NoteContent = Pick<SealedNote, 'text' | 'rows' | 'parts'>;

/**
 * A transaction that writes a sealed note. A stale edit is answered with what stands, so that both
 * versions can be compared: that shows sealed words, and is audited like any opening.
 */
export async function inSealedTransaction<T>(
  ctx: Caller,
  { _id, studentId }: NoteKey,
  why: Grant,
  body: (tx: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await inTransaction(body);
  } catch (error) {
    if (error instanceof AppError && error.details.data !== undefined) {
      await writeOne(
        'audits',
        auditOf(ctx, {
          id: randomUUID(),
          action: 'sealedNote.read',
          collection: 'sealedNotes',
          documentId: _id,
          studentId,
          why,
          reason: '对照已更新的版本',
        }),
      );
    }
    throw error;
  }
}

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
    const { text, rows, parts } = before;
    const earlier = { text, rows, ...(parts && { parts }) };
    await tx.put('sealedRevisions', revisionOf(before, earlier, ctx));
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
