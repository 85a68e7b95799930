import type { InteractionProgress } from '../../../domain/interaction-form/interaction-record.schema';
import { progressIdOf } from '../../../domain/interaction-form/interaction-record.schema';
import { SCHEMA_VERSION, type Writer } from '../../kernel/database';
import type { Transaction } from '../../kernel/transaction';

interface Counted {
  campaignId: string;
  classId: string;
  divisionId: string;
}

/** Keep the count of one class up to date, in the transaction of what changes it. */
export async function countProgress(
  tx: Transaction,
  { school }: Writer,
  { campaignId, classId, divisionId }: Counted,
  change: (progress: InteractionProgress) => Partial<InteractionProgress>,
): Promise<void> {
  const _id = progressIdOf(campaignId, classId);
  const before = await tx.get<InteractionProgress>('interactionProgress', _id);
  const base: InteractionProgress = before ?? {
    _id,
    schemaVersion: SCHEMA_VERSION,
    schoolId: school._id,
    ...{ campaignId, classId, divisionId },
    answered: 0,
    prepared: 0,
    counts: {},
  };
  await tx.put('interactionProgress', { ...base, ...change(base) });
}
