import type { ImportSubject } from '../../../domain/roster/import-subject';
import type { RosterProblem, StagedRow } from '../../../domain/roster/roster-file';
import type {
  RosterCounts,
  RosterImport,
  RosterImportChunk,
  RosterResult,
} from '../../../domain/roster/roster-import.schema';
import type { Maker } from '../document-kind';
import { applyStaff } from './apply-staff';
import { applyStudents } from './apply-students';
import { planStaffRows, refuseStaffColumns } from './plan-staff-rows';
import { planStudentRows, refuseStudentColumns } from './plan-student-rows';
import { recountClasses } from './recount-classes';
import { takeBackStaff } from './take-back-staff';
import { takeBackStudents } from './take-back-students';

/** What a file would do, before anything is done. */
export interface ImportPlan {
  problems: RosterProblem[];
  counts: RosterCounts;
  /** What is planned for the rows from one on up to another. */
  between(from: number, to: number): Pick<RosterImportChunk, 'students' | 'staff'>;
}

type Deed = (ctx: Maker, item: RosterImport, chunk: RosterImportChunk) => Promise<RosterResult>;

/** What is particular to a list of one subject; the way in and back is the same for all. */
interface ImportDeeds {
  /** A sentence about columns that do not make a list, or null. */
  refuse(item: RosterImport): string | null;
  plan(ctx: Maker, item: RosterImport, rows: readonly StagedRow[]): Promise<ImportPlan>;
  apply: Deed;
  takeBack: Deed;
  /** After the last chunk, one way or the other. */
  finish(ctx: Maker): Promise<void>;
}

export const IMPORT_DEEDS: Record<ImportSubject, ImportDeeds> = {
  students: {
    refuse: refuseStudentColumns,
    plan: planStudentRows,
    apply: applyStudents,
    takeBack: takeBackStudents,
    finish: recountClasses,
  },
  staff: {
    refuse: refuseStaffColumns,
    plan: planStaffRows,
    apply: applyStaff,
    takeBack: takeBackStaff,
    finish: async () => undefined,
  },
};
