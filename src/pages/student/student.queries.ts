import type { Answer } from '../../platform/api';
import { useMe } from '../../platform/me';
import { useAnswer } from '../../platform/use-api';

export type StudentHead = Answer<'student', 'byId'>;
export type StudentLine = Answer<'ledgerEntry', 'byId'>;

export const useStudentHead = (studentId: string) => useAnswer('student', 'byId', { studentId });

/**
 * The line of this term, asked in the same call as the head. Those who are only guardians do not
 * ask: the ledger is the teachers' working paper.
 */
export function useStudentLine(studentId: string) {
  const roles = useMe().data?.roles ?? [];
  const isOnlyGuardian = roles.length > 0 && roles.every(({ role }) => role === 'guardian');
  return useAnswer('ledgerEntry', 'byId', { studentId }, { enabled: !isOnlyGuardian });
}
