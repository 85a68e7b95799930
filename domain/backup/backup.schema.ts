import * as z from 'zod/mini';
import { id, requiredText, type Stored, writeId } from '../schema';

/** Some documents of one collection, sealed and stored as a file of their own until all are together. */
export interface BackupPart {
  /** Its name within the archive: `students-0001.part`. */
  name: string;
  collection: string;
  documents: number;
  /** SHA-256 of its lines before they were sealed. */
  hash: string;
  fileId: string;
}

/** A backup on its way, and what became of it. The passphrase is nowhere in it. */
export interface Backup extends Stored {
  reason: string;
  state: 'running' | 'done';
  /** What the key is made from besides the passphrase, and a sealed word that proves a passphrase. */
  salt: string;
  proof: string;
  parts: BackupPart[];
  /** Where to go on: the collection, and the last document of it that is in a part. */
  next: { collection: string; after: string } | null;
  /** Of all parts; set when done, with the archive. */
  hash: string | null;
  file: { fileId: string; name: string } | null;
  lastWriteId: string;
}

/** Everything holds in it: who finds the file should have years to guess. */
export const MIN_PASSPHRASE = 12;

const passphrase = () =>
  z.string({ error: '请填写密码。' }).check(
    z.minLength(MIN_PASSPHRASE, {
      error: `密码至少 ${MIN_PASSPHRASE} 个字。可以用一句只有你们知道的话。`,
    }),
    z.maxLength(200, { error: '密码最多 200 个字。' }),
  );

export const BeginBackup = z.strictObject({
  backupId: writeId(),
  reason: requiredText('备份的原因', 60),
  passphrase: passphrase(),
});

export const ContinueBackup = z.strictObject({ backupId: writeId(), passphrase: passphrase() });

/** From the console of the cloud, into an environment without a school. */
export const RestoreBackup = z.strictObject({
  fileId: z.string().check(z.startsWith('cloud://'), z.maxLength(500)),
  passphrase: passphrase(),
});

/** What stands open at the top of an archive. */
export const Manifest = z.object({
  format: z.literal('xueqing-backup-1'),
  backupId: writeId(),
  schoolId: id('学校'),
  salt: z.string(),
  proof: z.string(),
  hash: z.string(),
  parts: z.array(
    z.object({
      name: z.string(),
      collection: z.string(),
      documents: z.int(),
      hash: z.string(),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;
