import type {
  ListRosterImports,
  ListRosterProblems,
  RosterImportById,
} from '../../../domain/roster/roster-import.schema';
import { listedImport, viewOfImport } from '../../../domain/roster/view-import';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { IMPORTS_A_PAGE, readImport, readImports, readProblemPage } from './roster.store';

/** The school's imports, newest first, a page at a time. */
export async function listImports(ctx: Caller, { before }: z.infer<typeof ListRosterImports>) {
  const { school, access, now } = ctx;
  access.authorize({ schoolId: school._id });
  const found = await readImports(
    school._id,
    before ? { ...before, at: new Date(before.at) } : null,
  );
  const items = found.slice(0, IMPORTS_A_PAGE);
  const last = found.length > IMPORTS_A_PAGE ? items.at(-1) : undefined;
  return {
    items: items.map((item) => listedImport(item, now)),
    next: last ? { id: last._id, at: last.createdAt } : null,
  };
}

export async function importById(ctx: Caller, { importId }: z.infer<typeof RosterImportById>) {
  const item = await readImport(importId);
  ctx.access.authorize(item && { schoolId: item.schoolId });
  if (!item) throw new Error('authorized without an import');
  return viewOfImport(item, ctx.now);
}

/** What somebody should look at before the rows are applied; of a plan that stands no more, none. */
export async function listProblems(ctx: Caller, input: z.infer<typeof ListRosterProblems>) {
  const [item, page] = await Promise.all([
    readImport(input.importId),
    readProblemPage(input.importId, input.page),
  ]);
  ctx.access.authorize(item && { schoolId: item.schoolId });
  const pages = item?.problemPages ?? 0;
  return {
    problems: input.page < pages ? (page?.problems ?? []) : [],
    next: input.page + 1 < pages ? input.page + 1 : null,
  };
}
