import { withComings, withGuests } from '../../../domain/consultation/attendance.rules';
import type { RecordAttendance } from '../../../domain/consultation/consultation-input.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { readStudents } from '../roster.store';
import { refuseUnlessOpen, touchConsultation } from './change-consultation';
import { readConsultation } from './consultation.store';
import { authorizeIn } from './consultation-view';

/** Who came, by tap. The first tap begins the meeting. */
export async function recordAttendance(ctx: Caller, input: z.infer<typeof RecordAttendance>) {
  const { consultationId, came, notCame, studentsCame, studentsNotCame } = input;
  const [meeting, students] = await Promise.all([
    readConsultation(consultationId),
    studentsCame.length === 0 ? [] : readStudents(ctx.school._id, studentsCame),
  ]);
  const why = authorizeIn(ctx, meeting);
  if (!meeting) throw new Error('authorized without a meeting');
  const { placeId, schoolId } = meeting;
  const isHere = (student: (typeof students)[number]) =>
    [student.classId, student.divisionId, schoolId].includes(placeId);
  if (students.length < studentsCame.length || !students.every(isHere)) {
    throw new AppError('notInClass');
  }
  return touchConsultation(ctx, {
    action: 'consultation.record',
    why,
    edit: input,
    change(before) {
      refuseUnlessOpen(before);
      if (came.some((id) => !before.invitedIds.includes(id))) {
        throw new AppError('badInput', { sentence: '名单里有没有受邀的人，请刷新后再点。' });
      }
      return {
        state: 'running',
        presentIds: withComings(before.presentIds, came, notCame),
        presentStudentIds: withComings(before.presentStudentIds, studentsCame, studentsNotCame),
        guests: withGuests(before.guests, input.guests),
        studentLevels: input.studentLevels ?? before.studentLevels,
      };
    },
  });
}
