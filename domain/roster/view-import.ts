import { UNDO_DAYS } from '../school/leftovers';
import { IMPORT_KINDS, type ImportField } from './import-subject';
import { type RosterImport, subjectOf } from './roster-import.schema';

const DAY_MS = 86_400_000;

/** Until when an import can be taken back; null before it was applied. */
export const undoUntil = ({ appliedAt }: Pick<RosterImport, 'appliedAt'>): Date | null =>
  appliedAt && new Date(new Date(appliedAt).getTime() + UNDO_DAYS * DAY_MS);

export const mayUndo = (item: RosterImport, now: Date): boolean => {
  const until = undoUntil(item);
  return item.state === 'undoing' || (item.state === 'applied' && until !== null && now <= until);
};

/** An import in the list of them. */
export function listedImport(item: RosterImport, now: Date) {
  const { fileName, state, rows, chunks, done, counts, result } = item;
  return {
    id: item._id,
    subject: subjectOf(item),
    ...{ fileName, state, rows, chunks, done, counts, result },
    by: item.updatedByName,
    at: item.createdAt,
    undoUntil: undoUntil(item),
    mayUndo: mayUndo(item, now),
    isBusy: item.workingUntil !== null && new Date(item.workingUntil) > now,
  };
}

/** An import as it leaves the cloud: of the rows only how many. */
export function viewOfImport(item: RosterImport, now: Date) {
  const { columns, mapping, remarks, movesStudents, rev, problemPages } = item;
  return {
    ...listedImport(item, now),
    ...{ remarks, movesStudents, rev, problemPages },
    columns: columns.map((column, index) => ({ ...column, field: mapping[index] ?? 'skip' })),
    fields: Object.entries(IMPORT_KINDS[subjectOf(item)].fields).map(([key, label]) => ({
      key: key as ImportField,
      label,
    })),
    sheets: item.sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows })),
  };
}
