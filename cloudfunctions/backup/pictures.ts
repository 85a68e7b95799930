import type { Zippable } from 'fflate';
import type {
  Backup,
  BackupVolume,
  PictureList,
  VolumeManifest,
} from '../../domain/backup/backup.schema';
import type { PhotoUpload } from '../../domain/photo-upload/photo-upload.schema';
import { command, readFile } from '../kernel/cloud';
import { readMany } from '../kernel/database';
import type { Identified } from '../kernel/identity';
import { keepArchive } from './keep-archive';
import { hashOf, seal } from './seal';

/** Where a backup goes on once every collection is in its parts. */
export const PICTURES = 'pictures';

/** A phone makes them smaller than this; a file that is not one of them is left where it is. */
const MAX_PICTURE = 10 * 1024 * 1024;
/** Of one archive, which lies whole in the memory of the function, twice for a moment. */
const MAX_VOLUME = 32 * 1024 * 1024;
const PAGE = 20;

/** `cloud://env.bucket/home-visits/…` → `home-visits/…`. */
export const pathOf = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//, '');

/** Under this name a volume holds its list. */
export const LIST = 'pictures.part';

/** Every picture that a phone has stored for a record is one of these, in the order of their ids. */
const readUploads = (schoolId: string, after: string): Promise<PhotoUpload[]> =>
  readMany<PhotoUpload>('photoUploads', {
    where: { schoolId, _id: command.gt(after) },
    orderBy: [['_id', 'asc']],
    limit: PAGE,
  });

interface Taken {
  files: Zippable;
  list: PictureList;
  bytes: number;
  /** The last that was looked at; null when there are no more. */
  after: string | null;
}

/** Pictures until the volume is full or the step is over. One that was cleared away is passed over. */
async function take(backup: Backup, key: Buffer, volume: string, until: number): Promise<Taken> {
  const taken: Taken = { files: {}, list: [], bytes: 0, after: backup.next?.after ?? '' };
  for (;;) {
    const page = await readUploads(backup.schoolId, taken.after ?? '');
    for (const { _id, fileId } of page) {
      if (taken.list.length > 0 && (taken.bytes > MAX_VOLUME || Date.now() > until)) return taken;
      const content = await readFile(fileId, MAX_PICTURE);
      if (content) {
        const name = `${String(taken.list.length + 1).padStart(4, '0')}.part`;
        taken.files[name] = seal(key, `${volume}/${name}`, content);
        taken.list.push({ name, path: pathOf(fileId), hash: hashOf(content) });
        taken.bytes += content.length;
      }
      taken.after = _id;
    }
    if (page.length < PAGE) return { ...taken, after: null };
  }
}

/** The next pictures as a volume of their own; nothing of it tells whose they are. */
export async function addVolume(
  ctx: Pick<Identified, 'school' | 'today'>,
  backup: Backup,
  key: Buffer,
  until: number,
): Promise<Backup> {
  const { _id: backupId, schoolId, salt, proof, volumes } = backup;
  const number = String(volumes.length + 1).padStart(3, '0');
  const name = `学情会商备份-${ctx.today}-照片-${number}.zip`;
  const { files, list, after } = await take(backup, key, name, until);
  const next = after === null ? null : { collection: PICTURES, after };
  if (list.length === 0) return { ...backup, next };
  const manifest: VolumeManifest = {
    format: 'xueqing-backup-pictures-1',
    ...{ name, backupId, schoolId, salt, proof },
  };
  const sealed = Buffer.from(JSON.stringify(list));
  const fileId = await keepArchive(ctx, backupId, name, {
    'manifest.json': Buffer.from(JSON.stringify(manifest, null, 1)),
    ...files,
    [LIST]: seal(key, `${name}/${LIST}`, sealed),
  });
  const volume: BackupVolume = { name, pictures: list.length, hash: hashOf(sealed), fileId };
  return { ...backup, volumes: [...volumes, volume], next };
}
