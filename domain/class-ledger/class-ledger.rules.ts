import type { LedgerCategory } from '../school/ledger-category.schema';
import type { Student } from '../school/roster.schema';
import {
  type ClassLedger,
  LEDGER_FIELD_NAMES,
  type LedgerEntry,
  type LedgerFields,
} from './class-ledger.schema';

/** The head of the form: counted from the roster, never typed (S4-235). */
export interface LedgerHeader {
  students: number;
  boys: number;
  girls: number;
}

export function ledgerHeader(students: readonly Pick<Student, 'sex' | 'status'>[]): LedgerHeader {
  const enrolled = students.filter((student) => student.status === 'enrolled');
  const boys = enrolled.filter((student) => student.sex === 'male').length;
  return { students: enrolled.length, boys, girls: enrolled.length - boys };
}

export const filledFields = (fields: LedgerFields): number =>
  LEDGER_FIELD_NAMES.filter((name) => fields[name] !== '').length;

export const isWritten = (fields: LedgerFields): boolean => filledFields(fields) > 0;

export const pickFields = (from: LedgerFields): LedgerFields =>
  Object.fromEntries(LEDGER_FIELD_NAMES.map((name) => [name, from[name]])) as LedgerFields;

export const NO_FIELDS: LedgerFields = {
  strengths: '',
  weaknesses: '',
  personality: '',
  interests: '',
  study: '',
  thinking: '',
};

/** What stands in a student's line: this term's words, or last term's until somebody confirms. */
export interface StandingLine {
  fields: LedgerFields;
  /** The words are last term's and wait for the teacher. */
  isCarriedOver: boolean;
}

/**
 * Copying from last term writes nothing per student: last term's words show through until the
 * line is written. A copy of 45 lines is one write, and no line looks confirmed that nobody read.
 */
export function standingLine(
  ledger: Pick<ClassLedger, 'copiedFromTermId'> | null,
  current: LedgerEntry | undefined,
  previous: LedgerEntry | undefined,
): StandingLine {
  if (current && isWritten(current)) return { fields: pickFields(current), isCarriedOver: false };
  const carries = ledger?.copiedFromTermId != null && previous?.termId === ledger.copiedFromTermId;
  if (carries && isWritten(previous)) return { fields: pickFields(previous), isCarriedOver: true };
  return { fields: NO_FIELDS, isCarriedOver: false };
}

/** Rows that may not be stored as that kind of row: switched off, unknown, or of the other kind. */
export function refusedRows(
  rows: Record<string, string[]>,
  categories: readonly LedgerCategory[],
  kind: 'open' | 'sealed',
): string[] {
  const fitting = categories.filter((c) => c.isOn && c.isSealed === (kind === 'sealed'));
  const keys = new Set(fitting.map((category) => category.key));
  return Object.keys(rows).filter((key) => !keys.has(key));
}

/** Ids in the rows that are not students of the class. */
export function strangersIn(
  rows: Record<string, string[]>,
  students: readonly Pick<Student, '_id'>[],
): string[] {
  const known = new Set(students.map((student) => student._id));
  return [...new Set(Object.values(rows).flat())].filter((studentId) => !known.has(studentId));
}
