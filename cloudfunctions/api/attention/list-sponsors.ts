import { type Member, ROLES } from '../../../domain/access/roles';
import { leadersWithout } from '../../../domain/attention/attention-case.rules';
import { CASE_KINDS } from '../../../domain/attention/case-kinds';
import type { Caller } from '../procedure';
import { classLabelOf } from '../school-names';
import { readLeaders, readSponsoredCases } from './attention.store';

/** 校级领导 of this school, by role as people call them. */
export const leadersOf = ({ school }: Pick<Caller, 'school'>, members: readonly Member[]) =>
  members.flatMap(({ _id, name, postings }) => {
    const posting = postings.find(
      ({ schoolId, role }) =>
        schoolId === school._id && (role === 'leader' || role === 'principal'),
    );
    return posting ? [{ id: _id, name, role: ROLES[posting.role] }] : [];
  });

/** Who stands for whom: leaders without a student, and students without a leader (S4-275). */
export async function listSponsors(ctx: Caller) {
  const { school, access } = ctx;
  access.authorize({ schoolId: school._id });
  const [members, open] = await Promise.all([
    readLeaders(school._id),
    readSponsoredCases(school._id),
  ]);
  const leaders = leadersOf(ctx, members);
  const cases = open.filter(({ kind }) => CASE_KINDS[kind].isSealed);
  const without = leadersWithout(leaders, cases).map(({ id }) => id);
  return {
    leaders: leaders.map((leader) => ({
      ...leader,
      students: cases
        .filter(({ sponsorId }) => sponsorId === leader.id)
        .map(({ studentName }) => studentName),
      hasNone: without.includes(leader.id),
    })),
    waiting: cases
      .filter(({ sponsorId }) => sponsorId === null)
      .map(({ _id, rev, level, studentId, studentName, classIdentity }) => ({
        caseId: _id,
        rev,
        level,
        studentId,
        name: studentName,
        classLabel: classLabelOf(ctx, classIdentity),
      })),
  };
}
