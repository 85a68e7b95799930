import {
  acknowledgementsOf,
  hasAcknowledged,
  mustKnow,
} from '../../../domain/health-register/health-register.rules';
import {
  HEALTH_PAGE,
  type HealthCondition,
  type ListHealthConditions,
} from '../../../domain/health-register/health-register.schema';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { readClass, readClassStudents, subjectOfClass } from '../roster.store';
import { classLabelOf } from '../school-names';
import {
  readConditions,
  readConditionsOfClass,
  readTeachersOf,
  readUnacknowledged,
} from './health-register.store';

/** A student of the register in a list: the name, and whether one has acknowledged. No word more. */
const presentListed = (ctx: Caller, condition: HealthCondition) => ({
  studentId: condition.studentId,
  name: condition.studentName,
  classId: condition.classId,
  classLabel: classLabelOf(ctx, condition.classIdentity),
  isWaiting: mustKnow(condition, ctx.member) && !hasAcknowledged(condition, ctx.member._id),
});

/** Who is in the register within reach. */
export async function listConditions(
  ctx: Caller,
  { before }: z.infer<typeof ListHealthConditions>,
) {
  const found = await readConditions(ctx.school._id, ctx.access.filter(), before);
  const shown = found.slice(0, HEALTH_PAGE);
  const last = found.length > HEALTH_PAGE ? shown.at(-1) : undefined;
  return {
    conditions: shown.map((condition) => presentListed(ctx, condition)),
    next: last ? { at: last.classId, id: last.studentId } : null,
  };
}

/** Who has acknowledged in a class, student by student, and who has not (S4-281). */
export async function listAcknowledgements(ctx: Caller, classId: string) {
  const { school, access } = ctx;
  const [schoolClass, conditions, teachers, roster] = await Promise.all([
    readClass(classId),
    readConditionsOfClass(school._id, classId),
    readTeachersOf(school._id, classId),
    readClassStudents(school._id, classId),
  ]);
  access.authorize(subjectOfClass(schoolClass));
  return {
    students: conditions.map((condition) => {
      const student = roster.find(({ _id }) => _id === condition.studentId);
      const { mentorId = null, mentorName = null } = student ?? {};
      return {
        studentId: condition.studentId,
        name: condition.studentName,
        ...acknowledgementsOf(condition, teachers, { mentorId, mentorName }),
      };
    }),
  };
}

/** What one has not acknowledged yet, of those one teaches or is mentor of; the first of many. */
export async function listHealthDuties(ctx: Caller) {
  const { school, member, access } = ctx;
  access.authorize({ schoolId: school._id, memberId: member._id });
  const reach = access.filterFor('healthCondition.signOff');
  const found = await readUnacknowledged(school._id, reach, member._id);
  return { waiting: found.map((condition) => presentListed(ctx, condition)) };
}
