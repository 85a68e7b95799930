import type { ImportField, ImportSubject } from '../../../domain/roster/import-subject';
import type { Answer } from '../../platform/api';
import { useAnswer, useAnswerPages, useDocumentStep } from '../../platform/use-api';

export type RosterImport = Answer<'rosterImport', 'byId'>;
export type RosterImportItem = Answer<'rosterImport', 'list'>['items'][number];
export type RosterProblem = Answer<'rosterProblem', 'list'>['problems'][number];

const OUTDATES = ['rosterImport', 'rosterProblem', 'staffPlan'] as const;
/** What shows students, classes and staff. */
const OF_PEOPLE = [
  ...OUTDATES,
  ...(['student', 'mentorship', 'today', 'classLedger'] as const),
  ...(['staff', 'staffInvitation', 'school', 'me'] as const),
] as const;

export const useRosterImports = () => useAnswerPages('rosterImport', 'list', {});

export const useRosterImport = (importId: string) =>
  useAnswer('rosterImport', 'byId', { importId });

export const useRosterProblems = (importId: string, page: number) =>
  useAnswer('rosterProblem', 'list', { importId, page });

export type StaffPlan = Answer<'staffPlan', 'list'>;
export const useStaffPlan = (importId: string, page: number) =>
  useAnswer('staffPlan', 'list', { importId, page });

export const usePlanImport = () =>
  useDocumentStep<
    { importId: string; fileId: string; fileName: string; subject: ImportSubject },
    RosterImport
  >('rosterImport.plan', OUTDATES);

export const useReviseImport = () =>
  useDocumentStep<
    {
      importId: string;
      rev: number;
      writeId: string;
      mapping: ImportField[];
      movesStudents: boolean;
    },
    RosterImport
  >('rosterImport.revise', OUTDATES);

export const useSubmitStep = () =>
  useDocumentStep<{ importId: string }, RosterImport>('rosterImport.submit', OF_PEOPLE);

export const useVoidStep = () =>
  useDocumentStep<{ importId: string }, RosterImport>('rosterImport.void', OF_PEOPLE);
