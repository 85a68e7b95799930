import { unzipSync } from 'fflate';
import { Manifest, type RestoreBackup } from '../../domain/backup/backup.schema';
import { AppError } from '../../domain/errors';
import { UPLOAD_FOLDERS } from '../../domain/photo-upload/photo-upload.schema';
import type { z } from '../../domain/schema';
import { readFile } from '../kernel/cloud';
import { COLLECTIONS, type CollectionName } from '../kernel/collections';
import { countMany, readMany, readOne, writeOne } from '../kernel/database';
import { fromLines } from './lines';
import { MAX_BYTES } from './make-backup';
import { ofSchool } from './school-documents';
import { checkProof, hashOf, hashOfAll, keyOf, unseal } from './seal';

const STEP_MS = 40_000;
/** Writes that are on their way at once. */
const AT_ONCE = 20;

/** How far a restore is: the environment stays closed to any other while it runs. */
export interface Restore {
  _id: string;
  restoreOf: string;
  partsDone: number;
  /** The archives of pictures that belong to it, and how many pictures of each are there. */
  volumes: (Manifest['volumes'][number] & { done: number })[];
}

export const restoreIdOf = (backupId: string) => `restore~${backupId}`;

/** Whether the environment holds nothing that a restore could overwrite. */
async function isEmpty(): Promise<boolean> {
  const held = await Promise.all(
    (['schools', 'members', 'students'] as const).map((name) =>
      readMany(name, { where: {}, limit: 1 }),
    ),
  );
  return held.every((documents) => documents.length === 0);
}

/** An archive with what stands open at its top. @throws AppError `backupRefused` for anything else */
export function openArchive<M>(
  archive: Buffer | null,
  parse: (manifest: unknown) => M,
): { manifest: M; files: Record<string, Uint8Array> } {
  try {
    const files = unzipSync(archive ?? Buffer.alloc(0));
    const text = Buffer.from(files['manifest.json'] ?? []).toString();
    return { manifest: parse(JSON.parse(text)), files };
  } catch {
    throw new AppError('backupRefused');
  }
}

const FOLDERS = Object.values(UPLOAD_FOLDERS).join('|');
const NAMED_ELSEWHERE = new RegExp(`"cloud://[\\w.-]+/(?=(${FOLDERS})/)`, 'g');

/** Records name their pictures by ids that begin with the environment: this one's, from now on. */
function movedHere(lines: Buffer, fileId: string): Buffer {
  const [here = ''] = /^cloud:\/\/[^/]+\//.exec(fileId) ?? [];
  return Buffer.from(lines.toString().replace(NAMED_ELSEWHERE, `"${here}`));
}

/**
 * One step of bringing a school back, into an environment that holds none. Each part is checked
 * against its hash before a document of it is stored; at the end everything is counted again.
 * Storing is by id, so a step that was cut off is simply repeated.
 */
export async function restoreBackup({ fileId, passphrase }: z.infer<typeof RestoreBackup>) {
  const archive = await readFile(fileId, MAX_BYTES);
  const { manifest, files } = openArchive(archive, (top) => Manifest.parse(top));
  const { backupId, schoolId, parts } = manifest;
  const key = keyOf(passphrase, manifest.salt);
  checkProof(key, manifest.proof);
  if (hashOfAll(parts, manifest.volumes) !== manifest.hash) throw new AppError('backupRefused');
  const restoreId = restoreIdOf(backupId);
  const begun = await readOne<Restore>('backups', restoreId);
  if (!begun && !(await isEmpty())) throw new AppError('notEmpty');
  const volumes = manifest.volumes.map((volume) => ({ ...volume, done: 0 }));
  let restore = begun ?? { _id: restoreId, restoreOf: backupId, partsDone: 0, volumes };
  if (!begun) await writeOne<Restore>('backups', restore);

  const until = Date.now() + STEP_MS;
  const tell = (counts: Record<string, number> | null) => ({
    ...{ done: restore.partsDone, of: parts.length, counts },
    pictures: manifest.volumes.map(({ name }) => name),
  });
  for (const { name, collection, documents, hash } of parts.slice(restore.partsDone)) {
    if (Date.now() > until) return tell(null);
    const lines = unseal(key, name, Buffer.from(files[name] ?? []));
    const held = fromLines(movedHere(lines, fileId));
    const isKnown = Object.hasOwn(COLLECTIONS, collection);
    if (!isKnown || hashOf(lines) !== hash || held.length !== documents) {
      throw new AppError('backupRefused');
    }
    for (let at = 0; at < held.length; at += AT_ONCE) {
      const some = held.slice(at, at + AT_ONCE);
      await Promise.all(some.map((document) => writeOne(collection as CollectionName, document)));
    }
    restore = { ...restore, partsDone: restore.partsDone + 1 };
    await writeOne<Restore>('backups', restore);
  }
  return tell(await counted(manifest, schoolId));
}

/** What is there now, by collection. @throws if it is not what the backup held */
async function counted({ parts }: Manifest, schoolId: string): Promise<Record<string, number>> {
  const expected = new Map<string, number>();
  for (const { collection, documents } of parts) {
    expected.set(collection, (expected.get(collection) ?? 0) + documents);
  }
  const counts: Record<string, number> = {};
  for (const [collection, documents] of expected) {
    const name = collection as CollectionName;
    counts[name] = await countMany(name, ofSchool(name, schoolId));
    if (counts[name] !== documents) throw new AppError('backupRefused');
  }
  return counts;
}
