import * as z from 'zod/mini';
import { day } from '../calendar/school-calendar.schema';
import { id, requiredText, revision, text, writeId } from '../schema';

const edit = { studentId: id('学生'), rev: revision(), writeId: writeId() };

/** One student, by hand: the roster brings in many. */
export const RecordEnrolment = z.strictObject({
  /** Made by the phone. */
  studentId: id('学生'),
  writeId: writeId(),
  classId: id('班级'),
  name: requiredText('姓名', 20),
  sex: z.enum(['male', 'female'], { error: '请选择性别。' }),
  studentNumber: text('学号', 30),
});

export const AssignEnrolment = z.strictObject({ ...edit, classId: id('班级') });

export const CloseEnrolment = z.strictObject({
  ...edit,
  on: day('离校的日期'),
  reason: requiredText('离校的原因', 60),
});

/** A slip: the student has not left. */
export const VoidLeaving = z.strictObject(edit);
