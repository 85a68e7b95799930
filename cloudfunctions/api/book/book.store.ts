import type { LedgerArchive } from '../../../domain/book/ledger-archive.schema';
import type { Day } from '../../../domain/calendar/day';
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
