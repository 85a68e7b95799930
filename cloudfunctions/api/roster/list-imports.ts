import { INVITATION_LENGTH } from '../../../domain/joining/staff-invitation.schema';
import { maskPhone } from '../../../domain/roster/guardian-words';
import {
  type ListRosterImports,
  type ListRosterProblems,
  type ListStaffPlans,
  type RosterImport,
  type RosterImportById,
  subjectOf,
} from '../../../domain/roster/roster-import.schema';
import { invitationSeedOf, type PlannedStaff } from '../../../domain/roster/staff-import.schema';
import { listedImport, viewOfImport } from '../../../domain/roster/view-import';
import type { z } from '../../../domain/schema';
import { shortCode } from '../../kernel/short-code';
import type { Caller } from '../procedure';
import {
  IMPORTS_A_PAGE,
  readChunk,
  readImport,
  readImports,
  readProblemPage,
} from './roster.store';

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

/** Whom a file about staff makes or changes, a chunk a page; of a plan that stands no more, none. */
export async function listStaffPlans(ctx: Caller, input: z.infer<typeof ListStaffPlans>) {
  const [item, chunk] = await Promise.all([
    readImport(input.importId),
    readChunk(input.importId, input.page),
  ]);
  ctx.access.authorize(item && { schoolId: item.schoolId });
  if (!item) throw new Error('authorized without an import');
  const stands = subjectOf(item) === 'staff' && chunk !== null && chunk.planId === item.planId;
  return {
    items: stands ? (chunk.staff ?? []).map((one) => presentPlanned(item, one)) : [],
    next: input.page + 1 < item.chunks ? input.page + 1 : null,
  };
}

/** Once applied, with the code that whoever is new comes in with. */
function presentPlanned(item: RosterImport, planned: PlannedStaff) {
  const { staffId, name, phone, staffNumber, deed, says } = planned;
  const isInvited = item.state === 'applied' && deed === 'create';
  const seed = invitationSeedOf(item.schoolId, item._id, staffId);
  return {
    ...{ id: staffId, name, staffNumber, isNew: deed === 'create', says },
    phone: phone === null ? null : maskPhone(phone),
    code: isInvited ? shortCode(seed, INVITATION_LENGTH) : null,
  };
}
