import type { Grant } from '../../../domain/access/can';
import { type RosterImport, subjectOf } from '../../../domain/roster/roster-import.schema';
import type { Maker } from '../document-kind';

/** A list of staff gives postings: whoever may bring it in may also give them one by one. */
export const authorizeImport = (
  { access }: Pick<Maker, 'access'>,
  item: Pick<RosterImport, 'schoolId' | 'subject'> | null,
): Grant =>
  access.authorize(
    item && { schoolId: item.schoolId },
    item && subjectOf(item) === 'staff' ? 'staff.assign' : undefined,
  );
