import { addressOf } from '../../platform/navigate';
import { useWrite } from '../../platform/use-api';

/** Where the words are kept while they are typed, and found again should they be refused later. */
export const contributionDraft = (termId: string, studentId: string): string =>
  `contribution:${termId}:${studentId}`;

/**
 * One's own line about a student; an empty one takes it back. Changes files and duties. It may
 * wait for a network.
 */
export const useRecordContribution = (student: { id: string; name: string }) =>
  useWrite(
    'ledgerContribution',
    'record',
    ['ledgerEntry', 'classLedger', 'today'],
    ({ termId, text }) => ({
      title: `${student.name} · 补一句`,
      of: contributionDraft(termId, student.id),
      page: addressOf('studentFile', { studentId: student.id }),
      draft: { key: contributionDraft(termId, student.id), value: text },
    }),
  );
