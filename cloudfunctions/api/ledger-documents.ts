import { NO_FIELDS } from '../../domain/class-ledger/class-ledger.rules';
import {
  type ClassLedger,
  entryIdOf,
  type LedgerEntry,
  ledgerIdOf,
} from '../../domain/class-ledger/class-ledger.schema';
import type { SchoolClass, Student } from '../../domain/school/roster.schema';
import { newStamps, type Writer } from '../kernel/database';

/**
 * Empty documents of a ledger, at revision 0: whatever is written first (a line, a sealed note, a
 * colleague's contribution) makes the document it needs, and the first edit still starts from 0.
 */
export function newLedger(
  writer: Writer,
  { _id: classId, divisionId }: Pick<SchoolClass, '_id' | 'divisionId'>,
  termId: string,
): ClassLedger {
  return {
    _id: ledgerIdOf(termId, classId),
    ...newStamps(writer),
    rev: 0,
    classId,
    divisionId,
    termId,
    analysis: '',
    goal: '',
    categories: {},
    hasSealedCategories: false,
    copiedFromTermId: null,
    writtenLines: 0,
    lastWriteId: '',
  };
}

export function newEntry(writer: Writer, student: Student, termId: string): LedgerEntry {
  return {
    _id: entryIdOf(termId, student._id),
    ...newStamps(writer),
    rev: 0,
    ...NO_FIELDS,
    studentId: student._id,
    classId: student.classId,
    divisionId: student.divisionId,
    termId,
    hasSealedFamily: false,
    contributions: [],
    lastWriteId: '',
  };
}
