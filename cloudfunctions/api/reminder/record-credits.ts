import {
  creditIdOf,
  MAX_CREDITS,
  type RecordCredits,
  type SubscribeCredit,
} from '../../../domain/reminder/reminder.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { SCHEMA_VERSION } from '../../kernel/database';
import { messageTemplates } from '../../kernel/reminder-templates';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';

/** So many writes are remembered; a phone that lost an answer asks again at once. */
const REMEMBERED = 5;

/** One acceptance is one message. WeChat never says how many are left, so they are counted here. */
export async function recordCredits(
  ctx: Caller,
  { writeId, accepted }: z.infer<typeof RecordCredits>,
) {
  const { school, member, now, access } = ctx;
  const why = access.authorize({ schoolId: school._id, memberId: member._id });
  const templates = messageTemplates();
  return inTransaction(async (tx) => {
    for (const name of accepted) {
      const templateId = templates[name].id;
      const _id = creditIdOf(member._id, templateId);
      const before = await tx.get<SubscribeCredit>('subscribeCredits', _id);
      if (before?.writeIds.includes(writeId)) continue;
      await tx.put<SubscribeCredit>('subscribeCredits', {
        _id,
        schemaVersion: SCHEMA_VERSION,
        schoolId: school._id,
        memberId: member._id,
        templateId,
        left: Math.min(MAX_CREDITS, Math.max(0, before?.left ?? 0) + 1),
        writeIds: [...(before?.writeIds ?? []), writeId].slice(-REMEMBERED),
        updatedAt: now,
      });
      await tx.put(
        'audits',
        auditOf(ctx, {
          id: writeId,
          action: 'subscribeCredit.record',
          collection: 'subscribeCredits',
          documentId: _id,
          why,
        }),
      );
    }
    return {};
  });
}
