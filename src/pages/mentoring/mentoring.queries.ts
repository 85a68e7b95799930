import type { Answer } from '../../platform/api';
import { useAnswer, useWrite } from '../../platform/use-api';

export type Mentee = Answer<'mentee', 'list'>[number];
export type MentorPlan = Answer<'mentorship', 'plan'>;
export type PlannedStudent = MentorPlan['students'][number];
export type PossibleMentor = MentorPlan['mentors'][number];
export type PastMentorship = Answer<'mentorship', 'byId'>[number];
export type StudentLine = Answer<'ledgerEntry', 'byId'>;
export type Talks = Answer<'talk', 'list'>;

export const useMentees = () => useAnswer('mentee', 'list', {});

/** Without a class: the reader's own, if they have one. */
export const useMentorPlan = (classId: string | null) =>
  useAnswer('mentorship', 'plan', classId === null ? {} : { classId });

export const useAssignMentor = () =>
  useWrite('mentorship', 'assign', ['mentorship', 'mentee', 'student', 'unseen', 'today', 'me']);

/** What a handover is made of; asked in one call. */
export const useStudentLine = (studentId: string) =>
  useAnswer('ledgerEntry', 'byId', { studentId });
export const useTalks = (studentId: string) => useAnswer('talk', 'list', { studentId });
export const useMentorships = (studentId: string) => useAnswer('mentorship', 'byId', { studentId });
