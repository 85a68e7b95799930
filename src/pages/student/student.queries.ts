import { PERMISSIONS } from '../../../domain/access/permissions';
import type { TimelineKind } from '../../../domain/timeline/timeline.schema';
import type { Answer } from '../../platform/api';
import { useMe } from '../../platform/me';
import { useAnswer, useAnswerPages, useWrite } from '../../platform/use-api';
import { useCorrectionRequests } from '../../sheets/correction-request/correction-request.queries';

export type StudentHead = Answer<'student', 'byId'>;
export type StudentLine = Answer<'ledgerEntry', 'byId'>;

export type TimelineItem = Answer<'timeline', 'list'>['items'][number];
export type AgreedThing = Answer<'timeline', 'list'>['agreed'][number];

export const useStudentHead = (studentId: string) => useAnswer('student', 'byId', { studentId });

/** What is recorded, newest first; of all kinds, or of one. */
export const useTimeline = (studentId: string, kind: TimelineKind | null) =>
  useAnswerPages('timeline', 'list', kind === null ? { studentId } : { studentId, kind });

/**
 * The line of this term, asked in the same call as the head. Those who are only guardians do not
 * ask: the ledger is the teachers' working paper.
 */
export function useStudentLine(studentId: string) {
  const roles = useMe().data?.roles ?? [];
  const isOnlyGuardian = roles.length > 0 && roles.every(({ role }) => role === 'guardian');
  return useAnswer('ledgerEntry', 'byId', { studentId }, { enabled: !isOnlyGuardian });
}

/** What was asked to be corrected, for those who ask and who answer. */
export function useCorrections(studentId: string) {
  const roles = useMe().data?.roles ?? [];
  const isConcerned = roles.some(({ role }) => role in PERMISSIONS['correctionRequest.read'].allow);
  return useCorrectionRequests(studentId, isConcerned);
}

/** The classes to choose from. */
export const useClasses = () => useAnswer('student', 'list', {});

const ENROLMENT = ['student', 'school', 'today', 'classLedger', 'mentee', 'unseen'] as const;
export const useCloseEnrolment = () => useWrite('enrolment', 'close', ENROLMENT);
export const useVoidLeaving = () => useWrite('enrolment', 'void', ENROLMENT);
export const useAssignEnrolment = () => useWrite('enrolment', 'assign', ENROLMENT);
