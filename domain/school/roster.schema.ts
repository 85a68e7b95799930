import type { SchoolClassIdentity } from '../calendar/school-class';
import { id, type Stored, z } from '../schema';

export type Sex = 'male' | 'female';
export const SEX_LABELS: Record<Sex, string> = { male: '男', female: '女' };

/** A class as stored; its name is computed (domain/calendar/school-class.ts). */
export interface SchoolClass extends Stored, SchoolClassIdentity {
  divisionId: string;
  homeroomTeacherId: string;
  homeroomTeacherName: string;
  /** Enrolled students; kept by every change of the roster. */
  studentCount: number;
}

/** A student as stored. The ids of class, division and mentor stand here so that one read decides. */
export interface Student extends Stored {
  name: string;
  sex: Sex;
  classId: string;
  /** What the class's name is computed from; it never changes for a class. */
  classIdentity: SchoolClassIdentity;
  divisionId: string;
  mentorId: string | null;
  mentorName: string | null;
  status: 'enrolled' | 'left';
}

/** No class is larger than the rule allows (56 and 45 are the usual ceilings); a query's limit. */
export const MAX_CLASS_SIZE = 80;

/** A school's classes fit one list: nine grades of at most twenty-two. */
export const MAX_CLASSES = 200;

/** Without a class: the reader's own class, mentees or children. */
export const ListStudents = z.strictObject({ classId: z.optional(id('班级')) });
export const StudentById = z.strictObject({ studentId: id('学生') });
