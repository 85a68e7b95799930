import { randomUUID } from 'node:crypto';
import { auditOf } from '../../kernel/audit';
import { temporaryUrls } from '../../kernel/cloud';
import { writeOne } from '../../kernel/database';
import type { Caller } from '../procedure';
import { readClassWork } from './class-work.store';
import { subjectOfWork } from './class-work-view';

/** Addresses of a record's photos for a few minutes. Who looked is recorded before any is shown. */
export async function openWorkPhotos(ctx: Caller, workId: string) {
  const work = await readClassWork(workId);
  const why = ctx.access.authorize(
    work && subjectOfWork(work),
    work?.classId === null ? 'sponsorSummary.read' : 'classWork.read',
  );
  if (!work) throw new Error('authorized without a record');
  const opening = auditOf(ctx, {
    id: randomUUID(),
    action: 'classWork.read',
    collection: 'classWorks',
    documentId: workId,
    why,
    reason: '查看班级工作的照片',
  });
  // Side by side: if the opening cannot be written, no address leaves.
  const [urls] = await Promise.all([
    work.photos.length === 0 ? [] : temporaryUrls(work.photos),
    writeOne('audits', opening),
  ]);
  return urls;
}
