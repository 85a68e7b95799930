import type { PlannedClass } from '../../domain/first-run/first-run.rules';
import type { SchoolClass } from '../../domain/school/roster.schema';
import { newStamps, type Writer } from '../kernel/database';

/** A class as it begins: nobody's, and empty. */
export const newClass = (writer: Writer, planned: PlannedClass): SchoolClass => ({
  ...newStamps(writer),
  ...planned,
  homeroomTeacherId: '',
  homeroomTeacherName: '',
  studentCount: 0,
});
