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

/** Some pictures, sealed one by one, in an archive of their own: all of a school do not fit one. */
export interface BackupVolume {
  /** `学情会商备份-2026-11-22-照片-001.zip`. */
  name: string;
  pictures: number;
  /** SHA-256 of its sealed-in list of pictures. */
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
  volumes: BackupVolume[];
  /**
   * Where to go on: the collection, and the last document of it that is in a part; after the last
   * collection `pictures`, and the last of them that is in a volume.
   */
  next: { collection: string; after: string } | null;
  /** Of all parts and volumes; set when done, with the archive. */
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

/** What stands open at the top of an archive of pictures. */
export const VolumeManifest = z.object({
  format: z.literal('xueqing-backup-pictures-1'),
  name: z.string(),
  backupId: writeId(),
  schoolId: id('学校'),
  salt: z.string(),
  proof: z.string(),
});
export type VolumeManifest = z.infer<typeof VolumeManifest>;

/** The sealed list of a volume: where each picture lay, under which name it lies here. */
export const PictureList = z.array(
  z.object({ name: z.string(), path: z.string().check(z.maxLength(850)), hash: z.string() }),
);
export type PictureList = z.infer<typeof PictureList>;

/** What stands open at the top of an archive. */
export const Manifest = z.object({
  format: z.literal('xueqing-backup-1'),
  backupId: writeId(),
  schoolId: id('学校'),
  salt: z.string(),
  proof: z.string(),
  hash: z.string(),
  /** Between these moments it was read: a document that changed meanwhile is in it as it was at one of them. */
  begunAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  volumes: z.array(z.object({ name: z.string(), pictures: z.int(), hash: z.string() })),
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
