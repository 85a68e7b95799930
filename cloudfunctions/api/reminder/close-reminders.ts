import {
  type CloseReminders,
  type InboxMark,
  inboxMarkIdOf,
} from '../../../domain/reminder/reminder.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { SCHEMA_VERSION } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';

/** Note until when somebody has read their inbox; never back, never into the future. */
export async function closeReminders(
  ctx: Caller,
  { writeId, until }: z.infer<typeof CloseReminders>,
) {
  const { school, member, now, access } = ctx;
  const why = access.authorize({ schoolId: school._id, memberId: member._id });
  const _id = inboxMarkIdOf(school._id, member._id);
  const wanted = new Date(Math.min(new Date(until).getTime(), now.getTime()));
  return inTransaction(async (tx) => {
    const before = await tx.get<InboxMark>('inboxMarks', _id);
    if (before && new Date(before.readUntil) >= wanted) return {};
    await tx.put<InboxMark>('inboxMarks', {
      _id,
      schemaVersion: SCHEMA_VERSION,
      schoolId: school._id,
      readUntil: wanted,
      lastWriteId: writeId,
    });
    const deed = { action: 'reminder.read', collection: 'inboxMarks', documentId: _id } as const;
    await tx.put('audits', auditOf(ctx, { ...deed, id: writeId, why }));
    return {};
  });
}
