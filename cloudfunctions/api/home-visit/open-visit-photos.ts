import { randomUUID } from 'node:crypto';
import { auditOf } from '../../kernel/audit';
import { temporaryUrls } from '../../kernel/cloud';
import { writeOne } from '../../kernel/database';
import type { Caller } from '../procedure';
import { readVisit } from './home-visit.store';
import { subjectOfVisit } from './home-visit-view';

/** Addresses of a visit's photos for a few minutes. Who looked is recorded before any is shown. */
export async function openVisitPhotos(ctx: Caller, visitId: string) {
  const visit = await readVisit(visitId);
  const why = ctx.access.authorize(subjectOfVisit(visit));
  if (!visit) throw new Error('authorized without a visit');
  const opening = auditOf(ctx, {
    id: randomUUID(),
    action: 'homeVisit.read',
    collection: 'homeVisits',
    documentId: visitId,
    studentId: visit.studentId,
    why,
    reason: '查看家访照片',
  });
  // Side by side: if the opening cannot be written, no address leaves.
  const [urls] = await Promise.all([
    visit.photos.length === 0 ? [] : temporaryUrls(visit.photos),
    writeOne('audits', opening),
  ]);
  return urls;
}
