import type { MadeFile } from '../../domain/book/made-file.schema';
import { dayOf } from '../../domain/calendar/day';
import type { School } from '../../domain/school/school.schema';
import { readDueFiles } from '../api/book/book.store';
import { deleteFiles } from '../kernel/cloud';
import { readMany, writeOne } from '../kernel/database';

const MAX_SCHOOLS = 100;
/** What one run clears for a school; the next night goes on. */
const MAX_A_RUN = 200;

/** Delete printed books and archives whose days are over: nobody should find them later. */
export async function clearFiles(now: Date): Promise<Record<string, number>> {
  const schools = await readMany<School>('schools', { where: {}, limit: MAX_SCHOOLS });
  let cleared = 0;
  for (const { _id } of schools) {
    for (const file of await readDueFiles(_id, dayOf(now), MAX_A_RUN)) {
      await deleteFiles([file.fileId]);
      await writeOne<MadeFile>('madeFiles', { ...file, clearOn: null });
      cleared += 1;
    }
  }
  return { cleared };
}
