import type { Member } from '../../../domain/access/roles';
import { staffPostings } from '../../../domain/access/staff';
import { maskPhone } from '../../../domain/roster/guardian-words';
import type { StaffRecord } from '../../../domain/roster/staff-import.schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { sayRole } from '../../../domain/school/structure.schema';
import { fromPosting, officePostings } from '../../../domain/staff/staff.rules';
import type { Caller } from '../procedure';
import { sayReach } from '../say-reach';
import { classLabelOf, divisionLabelsOf } from '../school-names';

const labelsOf = (ctx: Caller, classes: readonly SchoolClass[]): Map<string, string> =>
  new Map([
    ...classes.map((one) => [one._id, classLabelOf(ctx, one)] as const),
    ...divisionLabelsOf(ctx, classes),
  ]);

/** The staff by name, each with every role and how far it reaches. */
export function presentStaff(
  ctx: Caller,
  members: readonly Member[],
  classes: readonly SchoolClass[],
) {
  const labels = labelsOf(ctx, classes);
  return members
    .map((member) => ({
      id: member._id,
      name: member.name,
      roles: staffPostings(member, ctx.school._id).map((posting) => ({
        role: posting.role,
        label: sayRole(posting.role, ctx.school.structure),
        reach: sayReach(posting, labels),
      })),
    }))
    .filter(({ roles }) => roles.length > 0)
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}

/** One of the staff, as the office arranges their work. */
export function presentMember(
  ctx: Caller,
  member: Member,
  record: Pick<StaffRecord, 'phone' | 'staffNumber'> | undefined,
) {
  const mentees = staffPostings(member, ctx.school._id).find(({ role }) => role === 'mentor');
  return {
    id: member._id,
    name: member.name,
    rev: member.rev ?? 0,
    postings: officePostings(member, ctx.school._id).map(fromPosting),
    mentees: mentees?.studentIds?.length ?? 0,
    phone: record?.phone ? maskPhone(record.phone) : null,
    staffNumber: record?.staffNumber ?? null,
  };
}
