import { AppError } from '../../../domain/errors';
import type { HomeVisit } from '../../../domain/home-visit/home-visit.schema';
import type { z } from '../../../domain/schema';
import {
  type ReviseSealedVisit,
  sealedNoteIdOf,
} from '../../../domain/sealed-note/sealed-note.schema';
import { readOne } from '../../kernel/database';
import type { Caller } from '../procedure';
import { inSealedTransaction, writeSealedNote } from '../write-sealed-note';

/** Write the sealed part of one's own home visit, and mark on the visit that it exists. */
export async function reviseSealedVisit(ctx: Caller, input: z.infer<typeof ReviseSealedVisit>) {
  const visit = await readOne<HomeVisit>('homeVisits', input.visitId);
  const why = ctx.access.authorize(
    visit && { schoolId: visit.schoolId, memberId: visit.visitorId },
  );
  if (!visit) throw new Error('authorized without a visit');
  if (visit.voidedAt) throw new AppError('badInput', { sentence: '这次家访已经作废。' });
  const key = {
    _id: sealedNoteIdOf(visit._id, 'homeVisit'),
    ofId: visit._id,
    kind: 'homeVisit' as const,
    classId: visit.classId,
    divisionId: visit.divisionId,
    studentId: visit.studentId,
  };
  return inSealedTransaction(ctx, key, why, async (tx) => {
    const content = { text: input.text, rows: {} };
    const { rev, isNew } = await writeSealedNote(tx, ctx, key, content, { ...input, why });
    const current = isNew ? await tx.get<HomeVisit>('homeVisits', visit._id) : null;
    if (current) await tx.put('homeVisits', { ...current, hasSealed: true });
    return { rev };
  });
}
