import { SEX_LABELS } from '../../../domain/school/roster.schema';
import { presentSeen } from '../present-seen';
import type { Caller } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { classLabelOf } from '../school-names';

/** The head of a student's file. What else stands in it is asked for in the same call. */
export async function studentFile(ctx: Caller, studentId: string) {
  const student = await readStudent(studentId);
  const subject = subjectOfStudent(student);
  ctx.access.authorize(subject);
  if (!student || !subject) throw new Error('authorized without a student');
  const hasLeft = student.status === 'left';
  const canTalk = !hasLeft && ctx.access.may('talk.record', subject);
  return {
    id: student._id,
    name: student.name,
    sex: SEX_LABELS[student.sex],
    classId: student.classId,
    classLabel: classLabelOf(ctx, student.classIdentity),
    mentor: student.mentorName,
    hasLeft,
    rev: student.rev,
    left: student.left ? { on: student.left.on, reason: student.left.reason } : null,
    /** For who may record a talk: when the student was last seen. */
    toTalk: canTalk ? presentSeen(ctx, student) : null,
    may: {
      readLedger: ctx.access.may('ledgerEntry.read', subject),
      visit: !hasLeft && ctx.access.may('homeVisit.record', subject),
      openCase: !hasLeft && ctx.access.may('growthFile.record', subject),
      readSafety: ctx.access.may('healthCondition.read', subject),
      leave: ctx.access.may('enrolment.close', subject),
      move: !hasLeft && ctx.access.may('enrolment.assign', subject),
      exportFile: ctx.access.may('studentFile.export', subject),
    },
  };
}
