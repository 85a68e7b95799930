import type { TimelineKind } from '../../../domain/timeline/timeline.schema';
import type { Answer } from '../../platform/api';
import { useMe } from '../../platform/me';
import { useAnswer, useAnswerPages } from '../../platform/use-api';

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
