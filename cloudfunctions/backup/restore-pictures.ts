import { PictureList, type RestoreBackup, VolumeManifest } from '../../domain/backup/backup.schema';
import { AppError } from '../../domain/errors';
import { uploadOf } from '../../domain/photo-upload/photo-upload.schema';
import type { z } from '../../domain/schema';
import { readFile, uploadFile } from '../kernel/cloud';
import { readOne, writeOne } from '../kernel/database';
import { MAX_BYTES } from './make-backup';
import { LIST } from './pictures';
import { openArchive, type Restore, restoreIdOf } from './restore-backup';
import { checkProof, hashOf, keyOf, unseal } from './seal';

const STEP_MS = 40_000;
/** How far it is, is written down after so many: a step that was cut off does few again. */
const TOGETHER = 10;

/** A picture lies where its record names it, and nowhere else. */
const isPlace = (path: string): boolean => uploadOf(`cloud://here/${path}`) !== null;

/**
 * One step of bringing one archive of pictures back, after the records. Each picture is checked
 * against its hash and lies under its old path; storing it twice changes nothing.
 */
export async function restorePictures({ fileId, passphrase }: z.infer<typeof RestoreBackup>) {
  const archive = await readFile(fileId, MAX_BYTES);
  const { manifest, files } = openArchive(archive, (top) => VolumeManifest.parse(top));
  const { name: volume, backupId, salt, proof } = manifest;
  const key = keyOf(passphrase, salt);
  checkProof(key, proof);
  const partOf = (name: string) => unseal(key, `${volume}/${name}`, Buffer.from(files[name] ?? []));
  const sealedList = partOf(LIST);
  const restore = await readOne<Restore>('backups', restoreIdOf(backupId));
  const known = restore?.volumes.find(({ name }) => name === volume);
  if (!restore || known?.hash !== hashOf(sealedList)) {
    throw new AppError('backupRefused', { sentence: '请先恢复同一份备份的记录，再恢复照片。' });
  }
  const list = PictureList.parse(JSON.parse(sealedList.toString()));
  const until = Date.now() + STEP_MS;
  let done = known.done;
  const note = () =>
    writeOne<Restore>('backups', {
      ...restore,
      volumes: restore.volumes.map((one) => (one.name === volume ? { ...one, done } : one)),
    });
  for (const { name, path, hash } of list.slice(done)) {
    if (Date.now() > until) break;
    const content = partOf(name);
    if (hashOf(content) !== hash || !isPlace(path)) throw new AppError('backupRefused');
    await uploadFile(path, content);
    done += 1;
    if (done % TOGETHER === 0) await note();
  }
  await note();
  return { done, of: list.length };
}
