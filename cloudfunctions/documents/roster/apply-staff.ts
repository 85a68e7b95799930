import { withPosting } from '../../../domain/access/invited-posting';
import type { Member, Posting } from '../../../domain/access/roles';
import { staffPostings } from '../../../domain/access/staff';
import { isSame } from '../../../domain/roster/apply-words';
import { type ImportOutcome, resultOf } from '../../../domain/roster/import-result';
import type {
  RosterImport,
  RosterImportChunk,
  RosterResult,
} from '../../../domain/roster/roster-import.schema';
import type { StaffRecord, StaffState } from '../../../domain/roster/staff-import.schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { homeroomClassesOf, officePostings } from '../../../domain/staff/staff.rules';
import { readClasses } from '../../api/roster.store';
import { auditOf } from '../../kernel/audit';
import { moveHomeroom } from '../../kernel/move-homeroom';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Maker } from '../document-kind';
import { applyInvited } from './apply-invited';
import { authorizeImport } from './authorize-import';
import { labelsOf } from './class-names';
import { inParallel } from './in-parallel';
import { type Deed, putRecord, wordsAfter } from './staff-deed';

/** What the people of a chunk become. Whoever was done is recognised and not done again. */
export async function applyStaff(
  ctx: Maker,
  item: RosterImport,
  chunk: RosterImportChunk,
): Promise<RosterResult> {
  const why = authorizeImport(ctx, item);
  const labels = labelsOf(ctx, await readClasses(ctx.school._id, 'everything'));
  const mayAppoint = ctx.access.may('staff.appointPrincipal', { schoolId: ctx.school._id });
  const outcomes = await inParallel(chunk.staff ?? [], async (planned) => {
    const { name, postings } = planned;
    // Whoever checked the file may have been somebody else.
    if (!mayAppoint && postings.some(({ role }) => role === 'principal')) {
      return { name, outcome: { left: '校长的身份只能由校长给，没有导入' } };
    }
    return { name, outcome: await applyPerson({ ctx, importId: item._id, planned, labels, why }) };
  });
  return resultOf(outcomes);
}

/** In a transaction, for the person may join or be given something meanwhile. */
function applyPerson(deed: Deed): Promise<ImportOutcome> {
  const { importId, planned } = deed;
  return inTransaction(async (tx): Promise<ImportOutcome> => {
    const stored = await tx.get<StaffRecord>('staffRecords', planned.staffId);
    if (stored?.imported?.importId === importId) {
      return stored.imported.before === null ? 'created' : 'updated';
    }
    const memberId = stored?.memberId ?? planned.memberId;
    return memberId === null
      ? applyInvited(tx, deed, stored)
      : applyMember(tx, deed, stored, memberId);
  });
}

/** One of the staff gains what the file says, and loses nothing. */
async function applyMember(
  tx: Transaction,
  deed: Deed,
  stored: StaffRecord | null,
  memberId: string,
): Promise<ImportOutcome> {
  const { ctx, importId, planned, why } = deed;
  const { _id: schoolId } = ctx.school;
  const member = await tx.get<Member>('members', memberId);
  if (!member || staffPostings(member, schoolId).length === 0) {
    return { left: '已经离开学校，没有改动' };
  }
  const before: StaffState = {
    ...{ phone: stored?.phone ?? '', staffNumber: stored?.staffNumber ?? null },
    ...{ postings: officePostings(member, schoolId), invited: [] },
  };
  const postings = planned.postings
    // Mentors are made by giving them students.
    .filter(({ role }) => role !== 'mentor')
    .reduce<Posting[]>((all, one) => withPosting(all, schoolId, one), member.postings);
  const after: StaffState = {
    ...wordsAfter(planned, before),
    ...{ postings: officePostings({ postings }, schoolId), invited: [] },
  };
  if (stored && isSame(before, after)) return 'same';
  if (!isSame(before.postings, after.postings)) {
    const rev = (member.rev ?? 0) + 1;
    const changed: Member = { ...member, postings, rev, lastWriteId: importId };
    const move = {
      teacher: changed,
      before: homeroomClassesOf(member.postings, schoolId),
      after: homeroomClassesOf(postings, schoolId),
    };
    const tookFrom = await formerTeachers(tx, move.after, memberId);
    await moveHomeroom(tx, ctx, move);
    await tx.put('members', changed);
    await putRecord(tx, deed, stored, { before, after, tookFrom, memberId });
  } else await putRecord(tx, deed, stored, { before, after, tookFrom: [], memberId });
  await tx.put(
    'audits',
    auditOf(ctx, {
      ...{ id: importId, action: 'staff.assign', why },
      ...{ collection: 'members', documentId: memberId },
    }),
  );
  return 'updated';
}

/** Whose classes these are, where they are somebody else's. */
async function formerTeachers(tx: Transaction, classIds: readonly string[], memberId: string) {
  const former: { classId: string; memberId: string }[] = [];
  for (const classId of classIds) {
    const one = await tx.get<SchoolClass>('classes', classId);
    if (one && one.homeroomTeacherId !== '' && one.homeroomTeacherId !== memberId) {
      former.push({ classId, memberId: one.homeroomTeacherId });
    }
  }
  return former;
}
