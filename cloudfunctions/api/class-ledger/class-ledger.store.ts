import {
  type ClassLedger,
  entryIdOf,
  type LedgerEntry,
  ledgerIdOf,
  REVISION_PAGE,
} from '../../../domain/class-ledger/class-ledger.schema';
import type { Revision } from '../../../domain/schema';
import { MAX_CLASS_SIZE } from '../../../domain/school/roster.schema';
import { oneOf, readMany, readOne } from '../../kernel/database';

export const readLedger = (termId: string, classId: string): Promise<ClassLedger | null> =>
  readOne<ClassLedger>('classLedgers', ledgerIdOf(termId, classId));

/** The lines of a class in the given terms; two terms of the largest class fit. */
export const readEntriesOfClass = (
  schoolId: string,
  classId: string,
  termIds: string[],
): Promise<LedgerEntry[]> =>
  readMany<LedgerEntry>('ledgerEntries', {
    where: { schoolId, classId, termId: oneOf(termIds) },
    limit: MAX_CLASS_SIZE * 4,
  });

/** A student's lines in the given terms, by id: they stand even where the class changed. */
export const readEntriesOfStudent = (
  schoolId: string,
  studentId: string,
  termIds: string[],
): Promise<LedgerEntry[]> =>
  readMany<LedgerEntry>('ledgerEntries', {
    where: { schoolId, _id: oneOf(termIds.map((termId) => entryIdOf(termId, studentId))) },
    limit: termIds.length,
  });

export const readRevisions = (schoolId: string, docId: string): Promise<Revision[]> =>
  readMany<Revision>('revisions', {
    where: { schoolId, docId },
    orderBy: [['rev', 'desc']],
    limit: REVISION_PAGE,
  });
