import type { ScopeFilter } from '../../domain/access/scopes';

/** The widest place of a reach, known without asking the database; empty for none. */
export function widestOf(schoolId: string, reach: ScopeFilter): string {
  if (reach === 'everything') return schoolId;
  const idsOf = (field: string) => reach.find((part) => part.field === field)?.in ?? [];
  return idsOf('divisionId')[0] ?? idsOf('classId')[0] ?? '';
}
