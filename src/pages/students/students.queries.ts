import type { Answer } from '../../platform/api';
import { useAnswer } from '../../platform/use-api';

export type StudentList = Answer<'student', 'list'>;
export type ListedStudent = StudentList['students'][number];

/** Without a class: the reader's own class, mentees or children. */
export const useStudents = (classId: string | null) =>
  useAnswer('student', 'list', classId === null ? {} : { classId });
