import { id, type Stored, z } from '../schema';

export type Sex = 'male' | 'female';
export const SEX_LABELS: Record<Sex, string> = { male: '男', female: '女' };

/** A class as stored; its name is computed (domain/calendar/school-class.ts). */
export interface SchoolClass extends Stored {
  entryYear: number;
  stage: 'primary' | 'junior';
  number: number;
  divisionId: string;
  homeroomTeacherId: string;
  homeroomTeacherName: string;
}

/** A student as stored. The ids of class, division and mentor stand here so that one read decides. */
export interface Student extends Stored {
  name: string;
  sex: Sex;
  classId: string;
  divisionId: string;
  mentorId: string | null;
  mentorName: string | null;
  status: 'enrolled' | 'left';
}

/** No class is larger than the rule allows (56 and 45 are the usual ceilings); a query's limit. */
export const MAX_CLASS_SIZE = 80;

export const ListStudents = z.strictObject({ classId: id('班级') });
export const StudentById = z.strictObject({ studentId: id('学生') });
/** One page of the classes that a person may see; `after` is the last id of the page before. */
export const ListClasses = z.strictObject({ after: z.optional(id('班级')) });
export const CLASS_PAGE = 50;
