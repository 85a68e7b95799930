import { randomUUID } from 'node:crypto';
import { filesOf } from '../../../domain/interaction-form/interaction-form.rules';
import {
  type InteractionRecordById,
  recordIdOf,
} from '../../../domain/interaction-form/interaction-record.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { temporaryUrls } from '../../kernel/cloud';
import { writeOne } from '../../kernel/database';
import type { Caller } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { readCampaign, readRecord } from './interaction-form.store';

/** Addresses of a form's photos for a few minutes. Who looked is recorded before any is shown. */
export async function openInteractionPhotos(
  ctx: Caller,
  { campaignId, studentId }: z.infer<typeof InteractionRecordById>,
) {
  const [student, campaign, record] = await Promise.all([
    readStudent(studentId),
    readCampaign(campaignId),
    readRecord(campaignId, studentId),
  ]);
  const why = ctx.access.authorize(subjectOfStudent(student));
  const fileIds = filesOf(campaign?.questions ?? [], record?.answers ?? {});
  if (fileIds.length === 0) return [];
  await writeOne(
    'audits',
    auditOf(ctx, {
      id: randomUUID(),
      action: 'interactionRecord.read',
      collection: 'interactionRecords',
      documentId: recordIdOf(campaignId, studentId),
      studentId,
      why,
      reason: '查看互动表的照片和签名',
    }),
  );
  return temporaryUrls(fileIds);
}
