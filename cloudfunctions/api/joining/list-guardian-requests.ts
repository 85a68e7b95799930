import { signedBy } from '../../../domain/class-code';
import { RELATIONS } from '../../../domain/joining/consent';
import type { ListGuardianRequests } from '../../../domain/joining/guardian-request.schema';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { readClass, readClassStudents, subjectOfClass } from '../roster.store';
import { classLabelOf } from '../school-names';
import { presentGuardianCode } from './guardian-codes';
import { readConsentsOfClass, readGuardianCodes, readOpenRequests } from './joining.store';

/**
 * Who wants to join a class, each beside the child that is probably meant; who has joined; and whose
 * child still has nobody. Names of the roster, so only for its homeroom teacher.
 */
export async function listGuardianRequests(
  ctx: Caller,
  { classId }: z.infer<typeof ListGuardianRequests>,
) {
  const schoolId = ctx.school._id;
  const [schoolClass, codes, requests, students, consents] = await Promise.all([
    readClass(classId),
    readGuardianCodes(schoolId, classId),
    readOpenRequests(schoolId, classId),
    readClassStudents(schoolId, classId),
    readConsentsOfClass(schoolId, classId),
  ]);
  ctx.access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');
  const enrolled = students.filter(({ status }) => status === 'enrolled');
  const guardiansOf = (studentId: string) =>
    consents
      .filter((consent) => consent.studentId === studentId && consent.withdrawnAt === null)
      .map(({ memberName, relation }) => `${memberName}（${RELATIONS[relation]}）`);
  return {
    classLabel: classLabelOf(ctx, schoolClass),
    codes: codes.map((code) => presentGuardianCode(code, ctx.now)),
    requests: requests.map((request) => ({
      id: request._id,
      guardianName: request.guardianName,
      relation: RELATIONS[request.relation],
      childName: request.childName,
      askedAt: request.updatedAt,
      /** The one child of the class with this name, or nobody. */
      studentId: signedBy(request.childName, enrolled)?._id ?? null,
    })),
    students: enrolled.map(({ _id, name }) => ({ id: _id, name, guardians: guardiansOf(_id) })),
    withdrawn: consents
      .filter(({ withdrawnAt }) => withdrawnAt !== null)
      .map(({ memberName, studentId, withdrawnAt }) => ({
        guardianName: memberName,
        childName: students.find(({ _id }) => _id === studentId)?.name ?? '',
        withdrawnAt,
      })),
  };
}
