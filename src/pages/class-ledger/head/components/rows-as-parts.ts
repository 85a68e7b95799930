import type { Parts } from '../../../../components/edit/merge-versions';
import type { LedgerLine } from '../../class-ledger.queries';

/** A row's students as one text, so that a row is edited and compared like any other part. */
export const asPart = (studentIds: readonly string[]): string => [...studentIds].sort().join(',');
export const asIds = (part: string): string[] => (part === '' ? [] : part.split(','));

/** Category rows as parts; rows of categories that are not among the keys are left out. */
export const rowsAsParts = (rows: Record<string, string[]>, keys: readonly string[]): Parts =>
  Object.fromEntries(keys.map((key) => [key, asPart(rows[key] ?? [])]));

export const partsAsRows = (parts: Parts, keys: readonly string[]): Record<string, string[]> =>
  Object.fromEntries(keys.map((key) => [key, asIds(parts[key] ?? '')]));

/** The students of a part by name. */
export function sayStudents(lines: readonly LedgerLine[], part: string): string {
  const names = new Map(lines.map(({ studentId, name }) => [studentId, name]));
  return asIds(part)
    .map((id) => names.get(id) ?? '已转走')
    .join('、');
}
