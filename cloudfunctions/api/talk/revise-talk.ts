import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import { lastTalkOf, pickWords } from '../../../domain/talk/talk.rules';
import {
  hasContent,
  NOTHING_SAID,
  type ReviseTalk,
  type Talk,
} from '../../../domain/talk/talk.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { openTermOf } from '../terms';
import { isStored, refuseStale, revisionOf } from '../write';
import { noteTalk } from './note-talk';
import { readTalk } from './talk.store';
import { presentTalk, subjectOfTalk } from './talk-view';

function refuseUnfit(input: z.infer<typeof ReviseTalk>, { on, isNoChange }: Talk): void {
  if (input.nextOn !== null && input.nextOn <= on) {
    throw new AppError('badInput', { sentence: '下次面谈应当在这次之后。' });
  }
  if (!isNoChange && !hasContent(input)) {
    throw new AppError('badInput', { sentence: NOTHING_SAID });
  }
}

/** Change one's own talk within its term; the reflection is often added days later (S4-259). */
export async function reviseTalk(ctx: Caller, input: z.infer<typeof ReviseTalk>) {
  const seen = await readTalk(input.talkId);
  const why = ctx.access.authorize(subjectOfTalk(seen));
  if (!seen) throw new Error('authorized without a talk');
  openTermOf(ctx, seen.termId);
  refuseUnfit(input, seen);

  return inTransaction(async (tx) => {
    const before = await tx.get<Talk>('talks', seen._id);
    if (!before) throw new AppError('notFound');
    if (await isStored(tx, 'revisions', before, input)) return presentTalk(ctx, before);
    refuseStale(before, input, (current) => presentTalk(ctx, current));
    if (before.voidedAt) throw new AppError('notFound');

    const talk: Talk = {
      ...before,
      ...changedStamps(before, ctx),
      ...pickWords(input),
      // Once something is written, there was something to say.
      isNoChange: before.isNoChange && !hasContent(input),
      lastWriteId: input.writeId,
    };
    const student = await tx.get<Student>('students', talk.studentId);
    if (student?.lastTalkId === talk._id) {
      await tx.put('students', { ...student, ...lastTalkOf(talk) });
    }
    await tx.put('revisions', revisionOf(before, { ...pickWords(before) }, ctx));
    await tx.put('talks', talk);
    await noteTalk(tx, ctx, { ...talk, _id: talk.studentId }, talk);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'talk.revise',
        collection: 'talks',
        documentId: talk._id,
        studentId: talk.studentId,
        why,
      }),
    );
    return presentTalk(ctx, talk);
  });
}
