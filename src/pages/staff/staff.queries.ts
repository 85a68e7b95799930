import type { Answer } from '../../platform/api';
import { useAnswer, useWrite } from '../../platform/use-api';

export type StaffMember = Answer<'staff', 'list'>[number];
export type Member = Answer<'staff', 'byId'>;
export type Posting = Member['postings'][number];
export type SchoolStructure = Answer<'school', 'byId'>;
export type SchoolClass = SchoolStructure['classes'][number];

export const useStaff = () => useAnswer('staff', 'list', {});

/** Who has left with something that still waits for somebody. */
export const useDepartures = () => useAnswer('departure', 'list', {});

export const useMember = (memberId: string) => useAnswer('staff', 'byId', { memberId });

export const useSchoolStructure = () => useAnswer('school', 'byId', {});

/** The students of a class, to choose from. */
export const useStudentsOf = (classId: string) => useAnswer('student', 'list', { classId });

/** Who teaches what decides what everybody sees: names of classes and lists are asked again. */
export const useAssignStaff = () =>
  useWrite('staff', 'assign', ['staff', 'school', 'student', 'me', 'today']);

/** Somebody is called otherwise: wherever their name stands it is asked again. */
export const useReviseStaff = () =>
  useWrite('staff', 'revise', ['staff', 'school', 'student', 'mentorship', 'me', 'today']);

const STRUCTURE = [
  ...(['school', 'staff', 'student', 'me', 'today'] as const),
  // The school's settings share a revision.
  ...(['mentoringSetting', 'ledgerCategory', 'regulation', 'schoolCalendar'] as const),
] as const;

export const useReviseSchool = () => useWrite('school', 'revise', STRUCTURE);

export const useRecordClasses = () => useWrite('schoolClass', 'record', STRUCTURE);

export const useAssignClass = () => useWrite('schoolClass', 'assign', STRUCTURE);

export const useCloseClass = () => useWrite('schoolClass', 'close', STRUCTURE);
