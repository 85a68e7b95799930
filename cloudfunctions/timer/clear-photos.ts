import { dayOf } from '../../domain/calendar/day';
import type { HomeVisit } from '../../domain/home-visit/home-visit.schema';
import type { InteractionRecord } from '../../domain/interaction-form/interaction-record.schema';
import type { PhotoUpload, UploadedFor } from '../../domain/photo-upload/photo-upload.schema';
import type { School } from '../../domain/school/school.schema';
import { readDueUploads } from '../api/photo-upload/photo-upload.store';
import { deleteFiles } from '../kernel/cloud';
import type { CollectionName } from '../kernel/collections';
import { readMany, readOne, writeOne } from '../kernel/database';

const MAX_SCHOOLS = 100;
/** What one run decides for a school; the next night goes on. */
const MAX_A_RUN = 200;

type Named = Pick<HomeVisit, 'photos'> | Pick<InteractionRecord, 'answers'>;

const RECORDS: Record<UploadedFor, CollectionName> = {
  homeVisit: 'homeVisits',
  interactionRecord: 'interactionRecords',
  classWork: 'classWorks',
};

async function isNamed({ of, ofId, fileId }: PhotoUpload): Promise<boolean> {
  const record = await readOne<Named>(RECORDS[of], ofId);
  if (!record) return false;
  const named = 'photos' in record ? record.photos : Object.values(record.answers).flat();
  return named.includes(fileId);
}

/**
 * Clear away pictures that were stored for a record which never came to name them: a form that was
 * given up, a picture that was taken out again.
 */
export async function clearPhotos(now: Date): Promise<Record<string, number>> {
  const schools = await readMany<School>('schools', { where: {}, limit: MAX_SCHOOLS });
  let named = 0;
  let cleared = 0;
  for (const { _id } of schools) {
    for (const upload of await readDueUploads(_id, dayOf(now), MAX_A_RUN)) {
      if (await isNamed(upload)) named += 1;
      else {
        await deleteFiles([upload.fileId]);
        cleared += 1;
      }
      await writeOne<PhotoUpload>('photoUploads', { ...upload, clearOn: null });
    }
  }
  return { named, cleared };
}
