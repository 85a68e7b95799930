import type { Grant } from '../../../domain/access/can';
import type { Member } from '../../../domain/access/roles';
import { staffPostings } from '../../../domain/access/staff';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import {
  arranges,
  changesPrincipal,
  homeroomClassesOf,
  isPrincipal,
  withStaffPostings,
} from '../../../domain/staff/staff.rules';
import type { AssignStaff, StaffPosting } from '../../../domain/staff/staff.schema';
import { auditOf } from '../../kernel/audit';
import { moveHomeroom } from '../../kernel/move-homeroom';
import { inTransaction } from '../../kernel/transaction';
import { readMember, readOffices } from '../members.store';
import type { Caller } from '../procedure';
import { readClasses, readStudents } from '../roster.store';
import { readStudentsByCase } from './staff.store';

type Input = z.infer<typeof AssignStaff>;

interface Checked {
  why: Grant;
  /** Students the person stands for by a case: kept whatever was filled in. */
  byCase: string[];
}

/** Refuse what was made from an outdated view; the write that made the present one is no such. */
function refuseOutdated({ name, rev = 0, lastWriteId }: Member, input: Input): void {
  if (rev === input.rev || lastWriteId === input.writeId) return;
  throw new AppError('stale', { sentence: `${name}的身份刚刚改过，请刷新后再安排。` });
}

const refuse = (sentence: string): never => {
  throw new AppError('badInput', { sentence });
};

/** Everything named must be of this school, and somebody must be left to arrange the staff. */
async function check(ctx: Caller, input: Input): Promise<Checked> {
  const { memberId, postings } = input;
  const { school, access } = ctx;
  const studentIds = [...new Set(postings.flatMap((posting) => posting.studentIds))];
  const [member, classes, offices, cases, students] = await Promise.all([
    readMember(memberId),
    readClasses(school._id, 'everything'),
    readOffices(school._id),
    readStudentsByCase(school._id, memberId),
    readStudents(school._id, studentIds),
  ]);
  const isStaff = member !== null && staffPostings(member, school._id).length > 0;
  const why = access.authorize(isStaff ? { schoolId: school._id } : null);
  if (!member) throw new Error('authorized without a member');
  refuseOutdated(member, input);

  const known = new Set(
    [...classes, ...students]
      .map(({ _id }) => _id)
      .concat(school.structure.divisions.map(({ id }) => id)),
  );
  const named = postings.flatMap((one) => [...one.classIds, ...one.divisionIds, ...one.studentIds]);
  if (named.some((id) => !known.has(id))) refuse('有班级、级部或学生找不到了，请刷新后重新选择。');

  const after = withStaffPostings(member, school._id, postings);
  const others = offices.filter(({ _id }) => _id !== memberId);
  if (![...others, { ...member, postings: after }].some((one) => arranges(one, school._id))) {
    refuse('这样学校就没有人能安排身份了。请先把政教处、教务处或校长的身份给另一个人。');
  }
  const hasPrincipal = offices.some((one) => isPrincipal(one, school._id));
  const mayAppoint = access.may('staff.appointPrincipal', { schoolId: school._id });
  if (changesPrincipal(member.postings, after, school._id) && hasPrincipal && !mayAppoint) {
    refuse('校长的身份只能由校长自己交出或交给别人。');
  }
  return { why, byCase: cases.map(({ studentId }) => studentId) };
}

const keepCases = (posting: StaffPosting, byCase: readonly string[]): StaffPosting =>
  posting.role === 'leader'
    ? { ...posting, studentIds: [...new Set([...posting.studentIds, ...byCase])] }
    : posting;

/**
 * Arrange what somebody does in the school: roles, classes taught, divisions led, sponsorships
 * (S4-178, S4-287). It counts at the next call. A class has one homeroom teacher: whoever gets it
 * takes it from the one before, in the same transaction.
 */
export async function assignStaff(ctx: Caller, input: Input) {
  const { school } = ctx;
  const { why, byCase } = await check(ctx, input);
  const filled = input.postings.map((posting) => keepCases(posting, byCase));
  return inTransaction(async (tx) => {
    const before = await tx.get<Member>('members', input.memberId);
    if (!before) throw new Error('authorized without a member');
    const rev = before.rev ?? 0;
    if (before.lastWriteId === input.writeId) return { rev };
    refuseOutdated(before, input);
    const after: Member = {
      ...before,
      postings: withStaffPostings(before, school._id, filled),
      rev: rev + 1,
      lastWriteId: input.writeId,
    };
    await moveHomeroom(tx, ctx, {
      teacher: after,
      before: homeroomClassesOf(before.postings, school._id),
      after: homeroomClassesOf(after.postings, school._id),
    });
    await tx.put('members', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: input.writeId,
        action: 'staff.assign',
        collection: 'members',
        documentId: after._id,
        why,
      }),
    );
    return { rev: rev + 1 };
  });
}
