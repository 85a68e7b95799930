import { AppError } from '../../../domain/errors';
import type { HomeVisitFormOf } from '../../../domain/home-visit/home-visit.schema';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { classLabelOf } from '../school-names';
import { isColleague } from './begin-visit';
import { readTeachersOf, readVisit } from './home-visit.store';
import { presentVisit } from './home-visit-view';

/** What a form begins with: the student, who might come along, and the visit as it stands. */
export async function visitForm(ctx: Caller, input: z.infer<typeof HomeVisitFormOf>) {
  const { studentId, classId, visitId } = input;
  const [student, teachers, visit] = await Promise.all([
    readStudent(studentId),
    readTeachersOf(ctx.school._id, classId),
    visitId === undefined ? null : readVisit(visitId),
  ]);
  ctx.access.authorize(subjectOfStudent(student));
  if (!student) throw new Error('authorized without a student');
  const isOfStudent = visit?.studentId === studentId && visit.schoolId === ctx.school._id;
  if (visitId !== undefined && !isOfStudent) throw new AppError('notFound');
  return {
    student: {
      id: student._id,
      name: student.name,
      classId: student.classId,
      classLabel: classLabelOf(ctx, student.classIdentity),
      lastVisitOn: student.lastVisitOn ?? null,
    },
    // A student who has changed class since is visited with teachers of the class that is theirs.
    colleagues:
      student.classId === classId
        ? teachers
            .filter((teacher) => isColleague(ctx, teacher))
            .map(({ _id, name }) => ({ id: _id, name }))
        : [],
    visit: visit && presentVisit(ctx, visit),
  };
}
