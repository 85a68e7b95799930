import type { GuardianRequest } from '../../../domain/joining/guardian-request.schema';
import { ERASED, type ErasureRequest } from '../../../domain/leaving/erasure-request.schema';
import type { TimelineItem } from '../../../domain/timeline/timeline.schema';
import type { CollectionName } from '../../kernel/collections';
import { inTransaction } from '../../kernel/transaction';

interface Named {
  noted: readonly TimelineItem[];
  joining: readonly GuardianRequest[];
  asked: readonly ErasureRequest[];
}

/** The fields of a document that hold the name, erased. */
const erase = <T extends { _id: string }>(
  collection: CollectionName,
  id: string,
  names: Partial<T>,
): Promise<void> =>
  inTransaction(async (tx) => {
    const before = await tx.get<T>(collection, id);
    if (before) await tx.put<T>(collection, { ...before, ...names });
  });

/** Their name in the child's file, in what they wrote at the door, and in requests taken back. */
export async function eraseNames(
  studentId: string,
  { noted, joining, asked }: Named,
): Promise<void> {
  for (const { _id } of noted.filter(({ byName }) => byName !== ERASED)) {
    await erase<TimelineItem>('timeline', _id, { byName: ERASED });
  }
  const ofChild = <T extends { studentId: string | null }>(all: readonly T[]) =>
    all.filter((one) => one.studentId === studentId);
  for (const { _id, guardianName } of ofChild(joining)) {
    if (guardianName === ERASED) continue;
    const names = { guardianName: ERASED, childName: ERASED, updatedByName: ERASED };
    await erase<GuardianRequest>('guardianRequests', _id, names);
  }
  for (const { _id, state, memberName } of ofChild(asked)) {
    if (state !== 'voided' || memberName === ERASED) continue;
    const names = { memberName: ERASED, closedByName: ERASED, updatedByName: ERASED };
    await erase<ErasureRequest>('erasureRequests', _id, names);
  }
}
