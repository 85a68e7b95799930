import type { Grant } from '../../../domain/access/can';
import type {
  PlannedStaff,
  StaffRecord,
  StaffState,
} from '../../../domain/roster/staff-import.schema';
import { changedStamps, newStamps } from '../../kernel/database';
import type { Transaction } from '../../kernel/transaction';
import type { Maker } from '../document-kind';

/** What is done about one of the staff, and with what. */
export interface Deed {
  ctx: Maker;
  importId: string;
  planned: PlannedStaff;
  labels: ReadonlyMap<string, string>;
  why: Grant;
}

const recordOf = ({ ctx, planned }: Deed, stored: StaffRecord | null): StaffRecord =>
  stored
    ? { ...stored, ...changedStamps(stored, ctx) }
    : {
        ...{ _id: planned.staffId, ...newStamps(ctx), name: planned.name, phone: '' },
        ...{ staffNumber: null, memberId: null, invitationCode: null, imported: null },
      };

/** Empty cells say nothing. */
export const wordsAfter = (
  { phone, staffNumber }: PlannedStaff,
  before: Pick<StaffState, 'phone' | 'staffNumber'>,
) => ({ phone: phone ?? before.phone, staffNumber: staffNumber ?? before.staffNumber });

type Stamp = Pick<NonNullable<StaffRecord['imported']>, 'before' | 'after' | 'tookFrom'>;

/** What the office knows of them, with what the import did. */
export function putRecord(
  tx: Transaction,
  deed: Deed,
  stored: StaffRecord | null,
  {
    memberId,
    invitationCode,
    ...stamp
  }: Stamp & Pick<StaffRecord, 'memberId'> & { invitationCode?: string },
): Promise<void> {
  const record = recordOf(deed, stored);
  const { phone, staffNumber } = stamp.after;
  return tx.put<StaffRecord>('staffRecords', {
    ...{ ...record, phone, staffNumber, memberId },
    invitationCode: invitationCode ?? record.invitationCode,
    imported: { importId: deed.importId, ...stamp },
  });
}
