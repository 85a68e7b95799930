import { randomUUID } from 'node:crypto';
import type { MadeFile } from '../../domain/book/made-file.schema';
import { addDays } from '../../domain/calendar/day';
import { DAYS_KEPT } from '../../domain/school/leftovers';
import { uploadFile } from '../kernel/cloud';
import { SCHEMA_VERSION, writeOne } from '../kernel/database';
import type { Identified } from '../kernel/identity';

/**
 * Lays a file into storage under an unguessable path, and remembers to clear it away in a few days.
 *
 * @returns its file id
 */
export async function keepFile(
  { school, today }: Pick<Identified, 'school' | 'today'>,
  name: string,
  content: Buffer,
): Promise<string> {
  const _id = randomUUID();
  const fileId = await uploadFile(`documents/${school._id}/${_id}/${name}`, content);
  await writeOne<MadeFile>('madeFiles', {
    _id,
    schemaVersion: SCHEMA_VERSION,
    schoolId: school._id,
    fileId,
    clearOn: addDays(today, DAYS_KEPT),
  });
  return fileId;
}
