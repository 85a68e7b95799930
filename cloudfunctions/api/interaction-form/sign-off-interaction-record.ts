import { AppError } from '../../../domain/errors';
import {
  type InteractionRecord,
  recordIdOf,
  type SignOffInteractionRecord,
} from '../../../domain/interaction-form/interaction-record.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { readCampaign } from './interaction-form.store';
import { presentRecord } from './interaction-view';

/** Let through the words that the platform was not sure about. Twice changes nothing. */
export async function signOffInteractionRecord(
  ctx: Caller,
  { campaignId, studentId, writeId }: z.infer<typeof SignOffInteractionRecord>,
) {
  const [student, campaign] = await Promise.all([readStudent(studentId), readCampaign(campaignId)]);
  const why = ctx.access.authorize(subjectOfStudent(student));
  if (campaign?.schoolId !== ctx.school._id) throw new AppError('notFound');
  const id = recordIdOf(campaignId, studentId);
  return inTransaction(async (tx) => {
    const before = await tx.get<InteractionRecord>('interactionRecords', id);
    if (before?.checkState !== 'review') return presentRecord(ctx, campaign.questions, before);
    // Not an edit: the guardian who is writing on is not made stale by it.
    const after: InteractionRecord = { ...before, checkState: 'pass' };
    await tx.put('interactionRecords', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'interactionRecord.signOff',
        collection: 'interactionRecords',
        documentId: id,
        studentId,
        why,
      }),
    );
    return presentRecord(ctx, campaign.questions, after);
  });
}
