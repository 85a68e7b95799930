import type { ClassNames } from './class-words';
import type { ImportField } from './import-subject';
import type { RosterColumn, StagedSheet } from './roster-file';

/** What stands around a row. */
export interface RowContext {
  sheets: readonly StagedSheet[];
  columns: readonly RosterColumn[];
  mapping: readonly ImportField[];
  names: ClassNames;
  /** Class words such as 7.10 are in the file, so that 7.1 is surely class 1. */
  hasLongDecimals: boolean;
}

/** Tells of a cell: its column, what is wrong, and whether the row is left out for it. */
export type Tell = (column: number | null, text: string, isStop?: boolean) => void;
