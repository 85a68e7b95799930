import {
  ListRosterImports,
  ListRosterProblems,
  ListStaffPlans,
  RosterImportById,
} from '../../../domain/roster/roster-import.schema';
import { procedure, router } from '../procedure';
import { importById, listImports, listProblems, listStaffPlans } from './list-imports';

/** What is read of imports; their steps are kinds of the function `documents`. */
export const rosterRouters = {
  rosterImport: router({
    list: procedure('rosterImport.read')
      .input(ListRosterImports)
      .query(({ ctx, input }) => listImports(ctx, input)),

    byId: procedure('rosterImport.read')
      .input(RosterImportById)
      .query(({ ctx, input }) => importById(ctx, input)),
  }),
  rosterProblem: router({
    list: procedure('rosterImport.read')
      .input(ListRosterProblems)
      .query(({ ctx, input }) => listProblems(ctx, input)),
  }),
  staffPlan: router({
    list: procedure('rosterImport.read')
      .input(ListStaffPlans)
      .query(({ ctx, input }) => listStaffPlans(ctx, input)),
  }),
};
