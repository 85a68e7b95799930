import { type AttentionCount, recounted } from '../../../domain/attention/attention-count';
import type { SealedNote } from '../../../domain/sealed-note/sealed-note.schema';
import { SCHEMA_VERSION } from '../../kernel/database';
import type { Transaction } from '../../kernel/transaction';
import { caseNoteIdOf } from './attention-view';

/** The groups that a case's sealed part names now; they go nowhere but into figures. */
export async function groupsOf(tx: Transaction, caseId: string): Promise<string[]> {
  const note = await tx.get<SealedNote>('sealedNotes', caseNoteIdOf(caseId));
  return Object.keys(note?.rows ?? {});
}

/** Keep the school's figures when the groups of an open case change, in the same transaction. */
export async function countCategories(
  tx: Transaction,
  schoolId: string,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  if ([...before].sort().join() === [...after].sort().join()) return;
  const stored = await tx.get<AttentionCount>('attentionCounts', schoolId);
  await tx.put<AttentionCount>('attentionCounts', {
    ...{ _id: schoolId, schemaVersion: SCHEMA_VERSION, schoolId, years: [], ...stored },
    open: recounted(stored?.open ?? {}, before, after),
  });
}
