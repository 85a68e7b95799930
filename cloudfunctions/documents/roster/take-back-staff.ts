import { withPosting } from '../../../domain/access/invited-posting';
import type { Member } from '../../../domain/access/roles';
import { staffPostings } from '../../../domain/access/staff';
import type { StaffInvitation } from '../../../domain/joining/staff-invitation.schema';
import { isSame } from '../../../domain/roster/apply-words';
import { EMPTIED, type ImportOutcome, resultOf } from '../../../domain/roster/import-result';
import type {
  RosterImport,
  RosterImportChunk,
  RosterResult,
} from '../../../domain/roster/roster-import.schema';
import type { StaffRecord, StaffStamp } from '../../../domain/roster/staff-import.schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import {
  homeroomClassesOf,
  officePostings,
  withOfficePostings,
} from '../../../domain/staff/staff.rules';
import { auditOf } from '../../kernel/audit';
import { changedStamps } from '../../kernel/database';
import { moveHomeroom } from '../../kernel/move-homeroom';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import type { Maker } from '../document-kind';
import { authorizeImport } from './authorize-import';
import { inParallel } from './in-parallel';

/** Take back what a chunk did, person by person; whoever has joined since stays, and is told. */
export async function takeBackStaff(
  ctx: Maker,
  item: RosterImport,
  chunk: RosterImportChunk,
): Promise<RosterResult> {
  const outcomes = await inParallel(chunk.staff ?? [], async ({ staffId, name }) => ({
    name,
    outcome: await takeBack(ctx, item, staffId),
  }));
  return resultOf(outcomes);
}

function takeBack(ctx: Maker, item: RosterImport, staffId: string): Promise<ImportOutcome> {
  return inTransaction(async (tx): Promise<ImportOutcome> => {
    const record = await tx.get<StaffRecord>('staffRecords', staffId);
    const stamp = record?.imported;
    if (!record || !stamp) return null;
    if (stamp.importId !== item._id) return { left: '后来又导入过，没有动' };
    if (record.memberId !== null && stamp.after.invited.length > 0) {
      return { left: '已经凭邀请加入，身份留着' };
    }
    return record.memberId === null
      ? takeBackInvitation(tx, ctx, record, stamp)
      : takeBackPostings(tx, ctx, item, record, stamp, record.memberId);
  });
}

/** What stands as the import left it goes back; what was written since stays. */
const wordsBack = (record: StaffRecord, { before, after }: StaffStamp) => ({
  phone: record.phone === after.phone ? (before?.phone ?? '') : record.phone,
  staffNumber:
    record.staffNumber === after.staffNumber ? (before?.staffNumber ?? null) : record.staffNumber,
  imported: null,
});

async function takeBackInvitation(
  tx: Transaction,
  ctx: Maker,
  record: StaffRecord,
  stamp: StaffStamp,
): Promise<ImportOutcome> {
  const { invitationCode: code } = record;
  const invitation = code === null ? null : await tx.get<StaffInvitation>('staffInvitations', code);
  if (invitation) {
    await tx.put<StaffInvitation>('staffInvitations', {
      ...{ ...invitation, ...changedStamps(invitation, ctx) },
      ...(stamp.before
        ? {
            ...{ postings: stamp.before.invited, phone: stamp.before.phone },
            says: invitation.says.slice(0, stamp.before.invited.length),
          }
        : { endedAt: ctx.now, phone: '' }),
    });
  }
  await tx.put<StaffRecord>('staffRecords', {
    ...{ ...record, ...changedStamps(record, ctx), ...wordsBack(record, stamp) },
    ...(stamp.before === null && { name: EMPTIED, invitationCode: null }),
  });
  return 'takenBack';
}

async function takeBackPostings(
  tx: Transaction,
  ctx: Maker,
  item: RosterImport,
  record: StaffRecord,
  stamp: StaffStamp,
  memberId: string,
): Promise<ImportOutcome> {
  const { _id: schoolId } = ctx.school;
  const member = await tx.get<Member>('members', memberId);
  if (!member || staffPostings(member, schoolId).length === 0) {
    return { left: '已经离开学校，没有动' };
  }
  const before = stamp.before?.postings ?? [];
  const changes = !isSame(before, stamp.after.postings);
  // Nobody takes away what lets them take it away.
  if (changes && memberId === ctx.member._id) return { left: '是您自己的身份，没有动' };
  const isAsLeft = isSame(officePostings(member, schoolId), stamp.after.postings);
  await tx.put<StaffRecord>('staffRecords', {
    ...{ ...record, ...changedStamps(record, ctx), ...wordsBack(record, stamp) },
  });
  if (!changes) return 'takenBack';
  if (!isAsLeft) return { left: '身份后来改过，留着' };
  const postings = withOfficePostings(member, schoolId, before);
  const changed: Member = {
    ...{ ...member, postings, rev: (member.rev ?? 0) + 1, lastWriteId: `${item._id}-void` },
  };
  await moveHomeroom(tx, ctx, {
    teacher: changed,
    before: homeroomClassesOf(member.postings, schoolId),
    after: homeroomClassesOf(postings, schoolId),
  });
  await tx.put('members', changed);
  for (const one of stamp.tookFrom) await giveBack(tx, ctx, one);
  await tx.put(
    'audits',
    auditOf(ctx, {
      ...{ id: `${item._id}-void`, action: 'staff.assign', why: authorizeImport(ctx, item) },
      ...{ collection: 'members', documentId: memberId },
    }),
  );
  return 'takenBack';
}

/** A class goes back to whoever had it, if nobody has it now and they are still here. */
async function giveBack(
  tx: Transaction,
  ctx: Maker,
  { classId, memberId }: StaffStamp['tookFrom'][number],
): Promise<void> {
  const { _id: schoolId } = ctx.school;
  const schoolClass = await tx.get<SchoolClass>('classes', classId);
  const former = await tx.get<Member>('members', memberId);
  if (!former || schoolClass?.homeroomTeacherId !== '') return;
  if (staffPostings(former, schoolId).length === 0) return;
  const own = { role: 'homeroomTeacher', subject: '' } as const;
  const reach = { classIds: [classId], divisionIds: [] };
  const postings = withPosting(former.postings, schoolId, { ...own, ...reach });
  const teacher: Member = { ...former, postings, rev: (former.rev ?? 0) + 1 };
  await moveHomeroom(tx, ctx, {
    teacher,
    before: homeroomClassesOf(former.postings, schoolId),
    after: homeroomClassesOf(postings, schoolId),
  });
  await tx.put('members', teacher);
}
