import type { ScopeFilter } from '../../../domain/access/scopes';
import type { ClassLedger, LedgerEntry } from '../../../domain/class-ledger/class-ledger.schema';
import {
  MAX_CLASS_SIZE,
  MAX_CLASSES,
  type SchoolClass,
  type Student,
} from '../../../domain/school/roster.schema';
import { command } from '../../kernel/cloud';
import { oneOf, readMany, scopeCondition } from '../../kernel/database';

/** The classes within a reach. */
export async function readClassesIn(schoolId: string, filter: ScopeFilter): Promise<SchoolClass[]> {
  const where = scopeCondition(schoolId, filter, { classId: '_id' });
  if (!where) return [];
  return readMany<SchoolClass>('classes', { where, limit: MAX_CLASSES });
}

export type LedgerProgress = Pick<ClassLedger, '_id' | 'classId' | 'writtenLines'>;

/** How far the ledgers of a term are, least first: one counter a class, never the lines. */
export async function readProgress(
  schoolId: string,
  termId: string,
  filter: ScopeFilter,
): Promise<LedgerProgress[]> {
  const where = scopeCondition(schoolId, filter);
  if (!where) return [];
  return readMany<LedgerProgress>('classLedgers', {
    where: command.and([where, { termId }]),
    orderBy: [['writtenLines', 'asc']],
    fields: ['classId', 'writtenLines'],
    limit: MAX_CLASSES,
  });
}

export async function readStudentsOf(
  schoolId: string,
  ids: { classIds: string[]; studentIds: string[] },
): Promise<Student[]> {
  const reach: ScopeFilter = [
    { field: 'classId' as const, in: ids.classIds },
    { field: 'studentId' as const, in: ids.studentIds },
  ].filter((condition) => condition.in.length > 0);
  const where = scopeCondition(schoolId, reach, { studentId: '_id' });
  if (!where) return [];
  return readMany<Student>('students', { where, limit: MAX_CLASS_SIZE * 3 });
}

export async function readEntriesOf(
  schoolId: string,
  termId: string,
  ids: { classIds: string[]; studentIds: string[] },
): Promise<LedgerEntry[]> {
  const reads = [
    ids.classIds.length > 0 && { schoolId, classId: oneOf(ids.classIds), termId },
    ids.studentIds.length > 0 && { schoolId, studentId: oneOf(ids.studentIds), termId },
  ].filter((where) => where !== false);
  const found = await Promise.all(
    reads.map((where) =>
      readMany<LedgerEntry>('ledgerEntries', { where, limit: MAX_CLASS_SIZE * 3 }),
    ),
  );
  return found.flat();
}
