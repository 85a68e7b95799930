import type { Day } from '../../../domain/calendar/day';
import type { PhotoUpload } from '../../../domain/photo-upload/photo-upload.schema';
import { command } from '../../kernel/cloud';
import { readMany } from '../../kernel/database';

/** Those of a school whose day has come, oldest first. */
export const readDueUploads = (
  schoolId: string,
  today: Day,
  limit: number,
): Promise<PhotoUpload[]> =>
  readMany<PhotoUpload>('photoUploads', {
    where: { schoolId, clearOn: command.and([command.gt(''), command.lte(today)]) },
    orderBy: [['clearOn', 'asc']],
    limit,
  });
