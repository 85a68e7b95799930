import type { RosterField } from '../../../domain/roster/roster-file';
import type { Answer } from '../../platform/api';
import { useAnswer, useAnswerPages, useDocumentStep } from '../../platform/use-api';

export type RosterImport = Answer<'rosterImport', 'byId'>;
export type RosterImportItem = Answer<'rosterImport', 'list'>['items'][number];
export type RosterProblem = Answer<'rosterProblem', 'list'>['problems'][number];

const OUTDATES = ['rosterImport', 'rosterProblem'] as const;
/** What shows students and classes. */
const OF_STUDENTS = [...OUTDATES, 'student', 'mentorship', 'today', 'classLedger'] as const;

export const useRosterImports = () => useAnswerPages('rosterImport', 'list', {});

export const useRosterImport = (importId: string) =>
  useAnswer('rosterImport', 'byId', { importId });

export const useRosterProblems = (importId: string, page: number) =>
  useAnswer('rosterProblem', 'list', { importId, page });

export const usePlanImport = () =>
  useDocumentStep<{ importId: string; fileId: string; fileName: string }, RosterImport>(
    'rosterImport.plan',
    OUTDATES,
  );

export const useReviseImport = () =>
  useDocumentStep<
    {
      importId: string;
      rev: number;
      writeId: string;
      mapping: RosterField[];
      movesStudents: boolean;
    },
    RosterImport
  >('rosterImport.revise', OUTDATES);

export const useSubmitStep = () =>
  useDocumentStep<{ importId: string }, RosterImport>('rosterImport.submit', OF_STUDENTS);

export const useVoidStep = () =>
  useDocumentStep<{ importId: string }, RosterImport>('rosterImport.void', OF_STUDENTS);
