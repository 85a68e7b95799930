import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import { NO_TALK, type Student } from '../../../domain/school/roster.schema';
import { lastTalkOf } from '../../../domain/talk/talk.rules';
import type { Talk, VoidTalk } from '../../../domain/talk/talk.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { unnoteWork } from '../../kernel/note-work';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { openTermOf } from '../terms';
import { readTalk, readTalks } from './talk.store';
import { presentTalk, subjectOfTalk } from './talk-view';

/** The newest of some talks that stands by the time of the transaction. */
async function lastStanding(tx: Transaction, candidates: readonly Talk[]): Promise<Talk | null> {
  for (const { _id } of candidates) {
    const talk = await tx.get<Talk>('talks', _id);
    if (talk && talk.voidedAt === null) return talk;
  }
  return null;
}

/**
 * Void one's own talk with a reason (docs/decisions/005). If it was the student's last, the one
 * before becomes the last again. A no-change talk taken back at once is undone so.
 */
export async function voidTalk(ctx: Caller, input: z.infer<typeof VoidTalk>) {
  const seen = await readTalk(input.talkId);
  const why = ctx.access.authorize(subjectOfTalk(seen));
  if (!seen) throw new Error('authorized without a talk');
  openTermOf(ctx, seen.termId);
  const talks = await readTalks(ctx.school._id, seen.studentId);
  const others = talks.filter(({ _id, voidedAt }) => _id !== seen._id && voidedAt === null);

  return inTransaction(async (tx) => {
    const before = await tx.get<Talk>('talks', seen._id);
    const student = await tx.get<Student>('students', seen.studentId);
    if (!before || !student) throw new AppError('notFound');
    if (before.voidedAt) return presentTalk(ctx, before);

    const talk: Talk = {
      ...before,
      ...changedStamps(before, ctx),
      voidedAt: ctx.now,
      voidReason: input.reason,
      lastWriteId: input.writeId,
    };
    await tx.put('talks', talk);
    const last = student.lastTalkId === talk._id ? await lastStanding(tx, others) : undefined;
    const remembered = last === null ? NO_TALK : last && lastTalkOf(last);
    await tx.put('students', { ...student, ...remembered, talkWriteId: input.writeId });
    await unnoteWork(tx, ctx, { kind: 'talk', refId: talk._id, student });
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'talk.revise',
        collection: 'talks',
        documentId: talk._id,
        studentId: talk.studentId,
        why,
        reason: input.reason,
      }),
    );
    return presentTalk(ctx, talk);
  });
}
