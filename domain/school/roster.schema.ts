import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import type { SchoolClassIdentity } from '../calendar/school-class';
import { id, type Stored } from '../schema';

export type Sex = 'male' | 'female';
export const SEX_LABELS: Record<Sex, string> = { male: '男', female: '女' };

/** A class as stored; its name is computed (domain/calendar/school-class.ts). */
export interface SchoolClass extends Stored, SchoolClassIdentity {
  divisionId: string;
  homeroomTeacherId: string;
  homeroomTeacherName: string;
  /** Enrolled students; kept by every change of the roster. */
  studentCount: number;
  /** The day it was closed; it then stands in no list. Left out while it is open. */
  closedOn?: Day;
}

/** A student as stored. The ids of class, division and mentor stand here so that one read decides. */
export interface Student extends Stored {
  name: string;
  sex: Sex;
  /** 学号, as the school counts; never an identity number. Students of before have none. */
  studentNumber?: string | null;
  classId: string;
  /** What the class's name is computed from; it never changes for a class. */
  classIdentity: SchoolClassIdentity;
  divisionId: string;
  mentorId: string | null;
  mentorName: string | null;
  /** The mentorship that is open, and its first day. */
  mentorshipId: string | null;
  mentorSince: Day | null;
  /** The last talk with anybody of the staff (who has not been seen is one indexed query). */
  lastTalkId: string | null;
  lastTalkOn: Day | null;
  /** The name of whoever talked. */
  lastTalkBy: string | null;
  /** When that talk agreed to meet again. */
  nextTalkOn: Day | null;
  /** The last write about any of the talks: it makes two at once collide, whichever they concern. */
  talkWriteId: string | null;
  /** The last home visit that stands: who was never visited comes first (S1-88). */
  lastVisitOn: Day | null;
  status: 'enrolled' | 'left';
  /** Of whoever left: the day, why in the school's words, and the mentorship that ended with it. */
  left?: { on: Day; reason: string; mentorshipId?: string | null };
  /** When the name and the words went, some years after leaving (domain/retention). */
  forgottenOn?: Day;
  /** The last change of the roster about this student. */
  lastWriteId?: string;
}

/** A student nobody is mentor of, and one nobody has talked with: how every student begins. */
export const NO_MENTOR = {
  mentorId: null,
  mentorName: null,
  mentorshipId: null,
  mentorSince: null,
} satisfies Partial<Student>;
export const NO_TALK = {
  lastTalkId: null,
  lastTalkOn: null,
  lastTalkBy: null,
  nextTalkOn: null,
  talkWriteId: null,
} satisfies Partial<Student>;

/** No class is larger than the rule allows (56 and 45 are the usual ceilings); a query's limit. */
export const MAX_CLASS_SIZE = 80;

/** A school's classes fit one list: nine grades of at most twenty-two. */
export const MAX_CLASSES = 200;

/** Without a class: the reader's own class, mentees or children. */
export const ListStudents = z.strictObject({ classId: z.optional(id('班级')) });
export const StudentById = z.strictObject({ studentId: id('学生') });
