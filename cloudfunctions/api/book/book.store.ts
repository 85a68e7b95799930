import type { LedgerArchive } from '../../../domain/book/ledger-archive.schema';
import type { Day } from '../../../domain/calendar/day';
import type { Summary } from '../../../domain/summary/summary.schema';
import { command } from '../../kernel/cloud';
import { readMany, readOne } from '../../kernel/database';

export const readArchive = (archiveId: string): Promise<LedgerArchive | null> =>
  readOne<LedgerArchive>('ledgerArchives', archiveId);

/** What fits one screen; older ones are gone from storage anyway. */
const MAX_SHOWN = 3;

/** Somebody's archives whose files still lie in storage, the latest first. */
export const readArchivesOf = (
  schoolId: string,
  memberId: string,
  today: Day,
): Promise<LedgerArchive[]> =>
  readMany<LedgerArchive>('ledgerArchives', {
    where: { schoolId, createdBy: memberId, endsOn: command.gt(today) },
    orderBy: [['endsOn', 'desc']],
    limit: MAX_SHOWN,
  });

const TITLED = ['level', 'periodKind', 'placeLabel', 'periodLabel', 'version', 'signedAt'] as const;
type TitledSummary = Pick<Summary, '_id' | (typeof TITLED)[number]>;

/** Of the latest of a place so many are looked at, those that nobody has signed yet among them. */
const MAX_LATEST = 20;

/** The signed summaries of a place that stand, the latest first. */
export async function readSignedOf(schoolId: string, placeId: string): Promise<TitledSummary[]> {
  const latest = await readMany<TitledSummary>('summaries', {
    where: { schoolId, placeId, replacedBy: null },
    orderBy: [
      ['to', 'desc'],
      ['_id', 'desc'],
    ],
    fields: [...TITLED],
    limit: MAX_LATEST,
  });
  return latest.filter(({ signedAt }) => signedAt !== null);
}
