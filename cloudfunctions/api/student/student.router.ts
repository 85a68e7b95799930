import { ListStudents, StudentById } from '../../../domain/school/roster.schema';
import { procedure, router } from '../procedure';
import { listStudents } from './list-students';
import { studentFile } from './student-file';

export const studentRouter = router({
  list: procedure('student.read')
    .input(ListStudents)
    .query(({ ctx, input }) => listStudents(ctx, input.classId)),

  byId: procedure('student.read')
    .input(StudentById)
    .query(({ ctx, input }) => studentFile(ctx, input.studentId)),
});
