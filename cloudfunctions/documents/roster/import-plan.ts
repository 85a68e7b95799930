import type { RosterProblem } from '../../../domain/roster/roster-file';
import type { RosterCounts, RosterImportChunk } from '../../../domain/roster/roster-import.schema';

/** What a file would do, before anything is done. */
export interface ImportPlan {
  problems: RosterProblem[];
  counts: RosterCounts;
  /** What is planned for the rows from one on up to another. */
  between(from: number, to: number): Pick<RosterImportChunk, 'students' | 'staff'>;
}
