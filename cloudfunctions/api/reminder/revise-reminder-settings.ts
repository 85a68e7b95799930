import type { z } from 'zod/mini';
import {
  REMINDER_PRESET,
  type ReviseReminderSettings,
} from '../../../domain/school/reminder-settings.schema';
import type { School } from '../../../domain/school/school.schema';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { isStored, refuseStale, revisionOf } from '../write';

/** Set when messages may reach people; what goes out from then on keeps to it. */
export async function reviseReminderSettings(
  ctx: Caller,
  input: z.infer<typeof ReviseReminderSettings>,
) {
  const why = ctx.access.authorize({ schoolId: ctx.school._id });
  const { quietFrom, quietUntil, digestAt } = input;
  return inTransaction(async (tx) => {
    const before = await tx.get<School>('schools', ctx.school._id);
    if (!before) throw new Error('the school of this call is gone');
    if (await isStored(tx, 'revisions', before, input)) return { rev: before.rev };
    refuseStale(before, input, ({ rev, reminders }) => ({
      rev,
      ...(reminders ?? REMINDER_PRESET),
    }));

    const after: School = {
      ...before,
      ...changedStamps(before, ctx),
      reminders: { quietFrom, quietUntil, digestAt },
      lastWriteId: input.writeId,
    };
    await tx.put(
      'revisions',
      revisionOf(before, { reminders: before.reminders ?? REMINDER_PRESET }, ctx),
    );
    await tx.put('schools', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'reminderSetting.revise',
        collection: 'schools',
        documentId: after._id,
        why,
      }),
    );
    return { rev: after.rev };
  });
}
