import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import {
  type ReviseSealedTalk,
  sealedNoteIdOf,
} from '../../../domain/sealed-note/sealed-note.schema';
import type { Talk } from '../../../domain/talk/talk.schema';
import { readOne } from '../../kernel/database';
import type { Caller } from '../procedure';
import { openTermOf } from '../terms';
import { inSealedTransaction, writeSealedNote } from '../write-sealed-note';

/** Write the sealed part of one's own talk, and mark on the talk that it exists. */
export async function reviseSealedTalk(ctx: Caller, input: z.infer<typeof ReviseSealedTalk>) {
  const talk = await readOne<Talk>('talks', input.talkId);
  const why = ctx.access.authorize(talk && { schoolId: talk.schoolId, memberId: talk.createdBy });
  if (!talk) throw new Error('authorized without a talk');
  if (talk.voidedAt) throw new AppError('badInput', { sentence: '这次面谈已经作废。' });
  openTermOf(ctx, talk.termId);
  const { _id: ofId, classId, divisionId, studentId } = talk;
  const key = {
    ...{ _id: sealedNoteIdOf(ofId, 'talk'), ofId, kind: 'talk' as const },
    ...{ classId, divisionId, studentId },
  };
  return inSealedTransaction(ctx, key, why, async (tx) => {
    const content = { text: input.text, rows: {} };
    const { rev, isNew } = await writeSealedNote(tx, ctx, key, content, { ...input, why });
    const current = isNew ? await tx.get<Talk>('talks', ofId) : null;
    if (current) await tx.put('talks', { ...current, hasSealed: true });
    return { rev };
  });
}
