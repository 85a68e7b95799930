import { stepLedgerArchive } from './class-ledger/ledger-archive';
import type { DocumentArchive } from './document-kind';

/** Every file that is too large for one call. */
export const ARCHIVES: Readonly<Record<string, DocumentArchive>> = {
  ledgerArchive: { action: 'ledgerArchive.export', step: stepLedgerArchive },
};
