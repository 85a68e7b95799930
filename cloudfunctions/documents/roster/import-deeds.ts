import type { ImportSubject } from '../../../domain/roster/import-subject';
import type { StagedRow } from '../../../domain/roster/roster-file';
import type {
  RosterImport,
  RosterImportChunk,
  RosterResult,
} from '../../../domain/roster/roster-import.schema';
import type { Maker } from '../document-kind';
import { applyStaff } from './apply-staff';
import { applyStudents } from './apply-students';
import type { ImportPlan } from './import-plan';
import { planStaffRows, refuseStaffColumns } from './plan-staff-rows';
import { planStudentRows, refuseStudentColumns } from './plan-student-rows';
import { recountClasses } from './recount-classes';
import { takeBackStaff } from './take-back-staff';
import { takeBackStudents } from './take-back-students';

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
