import { AppError } from '../../domain/errors';
import type { Revision, Stored } from '../../domain/schema';
import type { CollectionName } from '../kernel/collections';
import { SCHEMA_VERSION, type Writer } from '../kernel/database';
import type { Transaction } from '../kernel/transaction';

/** A document that people edit: it remembers the write that made it what it is. */
export type Editable = Stored & { lastWriteId: string };

export interface Edit {
  /** The revision the person had in hand. */
  rev: number;
  writeId: string;
}

/** Which collection keeps the earlier wordings; sealed ones are kept apart. */
type RevisionShelf = Extract<CollectionName, 'revisions' | 'sealedRevisions'>;

/** By its number, which only rises: no write can take the place of an earlier wording. */
const revisionIdOf = (docId: string, rev: number) => `${docId}~${rev}`;

/**
 * Whether this edit was already stored: by the last write, or by one that others have built on
 * since. A phone that lost the answer may so send again.
 */
export async function isStored(
  tx: Transaction,
  shelf: RevisionShelf,
  before: Editable,
  edit: Edit,
): Promise<boolean> {
  if (before.lastWriteId === edit.writeId) return true;
  if (before.rev === edit.rev) return false;
  // What was made from revision n became revision n + 1.
  const made = await tx.get<Revision>(shelf, revisionIdOf(before._id, edit.rev + 1));
  return made?.writeId === edit.writeId;
}

/** Refuse an edit of an outdated revision, with the version that stands. */
export function refuseStale<T extends Editable>(
  before: T | null,
  edit: Edit,
  present: (current: T) => unknown,
): void {
  if ((before?.rev ?? 0) === edit.rev) return;
  throw new AppError('stale', {
    ...(before && {
      sentence: `这条记录已被${before.updatedByName}更新，请对照后再保存。`,
      data: present(before),
    }),
  });
}

/** The wording that a write replaces, with the id of the write that once made it. */
export function revisionOf(
  before: Editable,
  fields: Record<string, unknown>,
  { now, member, school }: Writer,
): Revision {
  return {
    _id: revisionIdOf(before._id, before.rev),
    schemaVersion: SCHEMA_VERSION,
    schoolId: school._id,
    docId: before._id,
    rev: before.rev,
    writeId: before.lastWriteId,
    fields,
    writtenBy: before.updatedBy,
    writtenByName: before.updatedByName,
    writtenAt: before.updatedAt,
    replacedBy: member._id,
    replacedAt: now,
  };
}
