import { randomUUID } from 'node:crypto';
import type {
  Backup,
  BackupPart,
  BeginBackup,
  ContinueBackup,
  Manifest,
} from '../../domain/backup/backup.schema';
import { AppError } from '../../domain/errors';
import type { z } from '../../domain/schema';
import type { Access } from '../kernel/access';
import { auditOf } from '../kernel/audit';
import { deleteFiles, readFile, temporaryUrls, uploadFile } from '../kernel/cloud';
import type { CollectionName } from '../kernel/collections';
import { newStamps, readOne, writeOne } from '../kernel/database';
import type { Identified } from '../kernel/identity';
import { inTransaction } from '../kernel/transaction';
import { keepArchive } from './keep-archive';
import { toLines } from './lines';
import { addVolume, PICTURES } from './pictures';
import { PAGE, readAfter, SCHOOL_COLLECTIONS } from './school-documents';
import { checkProof, hashOf, hashOfAll, keyOf, newSalt, proofOf, seal } from './seal';

export type BackupCaller = Identified & { access: Access };

/** A phone waits twenty seconds for an answer; a step ends well before and it asks for the next. */
const STEP_MS = 8_000;
/** An archive lies whole in the memory of the function; a school's is a tenth of it. */
export const MAX_BYTES = 100 * 1024 * 1024;
/** Documents of a part: some hundred kilobytes. */
const PART_DOCUMENTS = 1_000;

const FIRST = { collection: SCHOOL_COLLECTIONS[0] as string, after: '' };

/** Begin a backup, or go on with the one of that id. Who took the whole school along is recorded. */
export async function beginBackup(ctx: BackupCaller, input: z.infer<typeof BeginBackup>) {
  const { school, access } = ctx;
  const why = access.authorize({ schoolId: school._id });
  const { backupId, reason, passphrase } = input;
  const salt = newSalt();
  const proof = proofOf(keyOf(passphrase, salt));
  await inTransaction(async (tx) => {
    if (await tx.get<Backup>('backups', backupId)) return;
    await tx.put<Backup>('backups', {
      _id: backupId,
      ...newStamps(ctx),
      ...{ reason, salt, proof, state: 'running', parts: [], volumes: [], next: FIRST },
      ...{ hash: null, file: null, lastWriteId: backupId },
    });
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: backupId,
        action: 'school.export',
        collection: 'schools',
        documentId: school._id,
        why,
        reason,
      }),
    );
  });
  return continueBackup(ctx, { backupId, passphrase });
}

/** One step: some more parts, and at last the archive. Repeating a step that was cut off is safe. */
export async function continueBackup(
  ctx: BackupCaller,
  { backupId, passphrase }: z.infer<typeof ContinueBackup>,
) {
  const found = await readOne<Backup>('backups', backupId);
  ctx.access.authorize(found && { schoolId: found.schoolId });
  if (!found) throw new AppError('notFound');
  const key = keyOf(passphrase, found.salt);
  checkProof(key, found.proof);
  const until = Date.now() + STEP_MS;
  let backup = found;
  while (backup.next && Date.now() < until) {
    backup =
      backup.next.collection === PICTURES
        ? await addVolume(ctx, backup, key, until)
        : await addPart(backup, key);
    await writeOne<Backup>('backups', backup);
  }
  if (!backup.next && !backup.file) {
    backup = await putTogether(ctx, backup);
    await writeOne<Backup>('backups', backup);
  }
  return presentBackup(backup);
}

/** The next documents of a collection as a sealed part of their own. */
async function addPart(backup: Backup, key: Buffer): Promise<Backup> {
  const { schoolId, parts, next } = backup;
  if (!next) return backup;
  const collection = next.collection as CollectionName;
  const documents: { _id: string }[] = [];
  let after = next.after;
  let isLast = false;
  while (!isLast && documents.length < PART_DOCUMENTS) {
    const page = await readAfter(collection, schoolId, after);
    documents.push(...page);
    isLast = page.length < PAGE;
    after = page.at(-1)?._id ?? after;
  }
  const following = SCHOOL_COLLECTIONS[SCHOOL_COLLECTIONS.indexOf(collection) + 1];
  const then = { collection: following ?? PICTURES, after: '' };
  const added = documents.length > 0 ? [await storePart(backup, key, documents)] : [];
  return { ...backup, parts: [...parts, ...added], next: isLast ? then : { collection, after } };
}

async function storePart(backup: Backup, key: Buffer, documents: object[]): Promise<BackupPart> {
  const { _id, schoolId, parts, next } = backup;
  const collection = next?.collection ?? '';
  const number = parts.filter((part) => part.collection === collection).length + 1;
  const name = `${collection}-${String(number).padStart(4, '0')}.part`;
  const lines = toLines(documents);
  const path = `backups/${schoolId}/${_id}/${randomUUID()}/${name}`;
  const fileId = await uploadFile(path, seal(key, name, lines));
  return { name, collection, documents: documents.length, hash: hashOf(lines), fileId };
}

/** All parts in one archive. They are deflated and sealed already, so it only holds them. */
async function putTogether(ctx: BackupCaller, backup: Backup): Promise<Backup> {
  const { _id, schoolId, salt, proof, parts, volumes } = backup;
  const hash = hashOfAll(parts, volumes);
  const manifest: Manifest = {
    format: 'xueqing-backup-1',
    ...{ backupId: _id, schoolId, salt, proof, hash },
    ...{ begunAt: new Date(backup.createdAt).toISOString(), endedAt: ctx.now.toISOString() },
    volumes: volumes.map(({ fileId: _fileId, ...volume }) => volume),
    parts: parts.map(({ fileId: _fileId, ...part }) => part),
  };
  const files: Record<string, Uint8Array> = {
    'manifest.json': Buffer.from(JSON.stringify(manifest, null, 1)),
  };
  for (const { name, fileId } of parts) {
    const part = await readFile(fileId, MAX_BYTES);
    if (!part) throw new Error(`a part of the backup is gone: ${name}`);
    files[name] = part;
  }
  const name = `学情会商备份-${ctx.today}.zip`;
  const fileId = await keepArchive(ctx, _id, name, files);
  await deleteFiles(parts.map((part) => part.fileId));
  return { ...backup, hash, file: { fileId, name }, state: 'done' };
}

/** How far it is; with the file once it is done. */
async function presentBackup({ _id, state, parts, volumes, next, hash, file }: Backup) {
  // The pictures are one step more.
  const of = SCHOOL_COLLECTIONS.length + 1;
  const at = SCHOOL_COLLECTIONS.indexOf((next?.collection ?? '') as CollectionName);
  const made = file ? [file, ...volumes] : [];
  const urls = await temporaryUrls(made.map(({ fileId }) => fileId));
  const files = made.map(({ fileId, name }, n) => ({ fileId, name, url: urls[n] ?? '' }));
  return {
    id: _id,
    state,
    documents: parts.reduce((sum, part) => sum + part.documents, 0),
    pictures: volumes.reduce((sum, volume) => sum + volume.pictures, 0),
    done: next === null ? of : at < 0 ? of - 1 : at,
    of,
    hash,
    /** The records first, then the pictures; none before all are there. */
    files,
  };
}
