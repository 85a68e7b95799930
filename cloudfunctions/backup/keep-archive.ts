import { randomUUID } from 'node:crypto';
import { type Zippable, zipSync } from 'fflate';
import type { MadeFile } from '../../domain/book/made-file.schema';
import { addDays } from '../../domain/calendar/day';
import { DAYS_KEPT } from '../../domain/school/leftovers';
import { uploadFile } from '../kernel/cloud';
import { SCHEMA_VERSION, writeOne } from '../kernel/database';
import type { Identified } from '../kernel/identity';

/** What is sealed is deflated already: an archive only holds it. */
const AS_IT_IS = { level: 0 } as const;

/** Lay an archive into storage, to be deleted in a few days. @returns its file id */
export async function keepArchive(
  { school, today }: Pick<Identified, 'school' | 'today'>,
  backupId: string,
  name: string,
  files: Zippable,
): Promise<string> {
  const _id = randomUUID();
  const path = `backups/${school._id}/${backupId}/${_id}/${name}`;
  const fileId = await uploadFile(path, Buffer.from(zipSync(files, AS_IT_IS)));
  await writeOne<MadeFile>('madeFiles', {
    ...{ _id, schemaVersion: SCHEMA_VERSION, schoolId: school._id, fileId },
    clearOn: addDays(today, DAYS_KEPT),
  });
  return fileId;
}
