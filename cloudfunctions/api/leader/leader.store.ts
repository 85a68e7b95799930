import type { ScopeFilter } from '../../../domain/access/scopes';
import type { ClassLedger } from '../../../domain/class-ledger/class-ledger.schema';
import { MAX_CLASSES } from '../../../domain/school/roster.schema';
import type { Summary } from '../../../domain/summary/summary.schema';
import { command } from '../../kernel/cloud';
import { readMany, scopeCondition } from '../../kernel/database';

export type ClassWeek = Pick<Summary, '_id' | 'classId' | 'classes' | 'countedOn'>;

/** What the classes within a reach have of a week. */
export async function readClassWeeks(
  schoolId: string,
  periodId: string,
  reach: ScopeFilter,
): Promise<ClassWeek[]> {
  const within = scopeCondition(schoolId, reach);
  if (!within) return [];
  return readMany<ClassWeek>('summaries', {
    where: command.and([within, { level: 'class', periodId, replacedBy: null }]),
    fields: ['classId', 'classes', 'countedOn'],
    limit: MAX_CLASSES,
  });
}

/** How many lines of each class's ledger are written; one counter a class. */
export async function readLedgerCounters(
  schoolId: string,
  termId: string,
  reach: ScopeFilter,
): Promise<Pick<ClassLedger, 'classId' | 'writtenLines'>[]> {
  const within = scopeCondition(schoolId, reach);
  if (!within) return [];
  return readMany<ClassLedger>('classLedgers', {
    where: command.and([within, { termId }]),
    fields: ['classId', 'writtenLines'],
    limit: MAX_CLASSES,
  });
}
