import type { Answer } from '../../platform/api';
import { queryClient } from '../../platform/query';
import { answerKey } from '../../platform/use-api';

type StudentLine = Answer<'ledgerEntry', 'byId'>;

/** A student's line as a write answered it: every page that shows it has it without asking. */
export function rememberLine(studentId: string, line: StudentLine['line']): void {
  const key = answerKey('ledgerEntry', 'byId', { studentId });
  queryClient.setQueryData<StudentLine>(key, (known) => known && { ...known, line });
}
