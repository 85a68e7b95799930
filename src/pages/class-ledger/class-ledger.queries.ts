import type { Answer } from '../../platform/api';
import { addressOf } from '../../platform/navigate';
import { useAnswer, useWrite } from '../../platform/use-api';

export type ClassLedger = Answer<'classLedger', 'byId'>;
export type LedgerLine = ClassLedger['lines'][number];
export type StudentLine = Answer<'ledgerEntry', 'byId'>;

/** Without a term: the term of today. */
export const useClassLedger = (classId: string, termId?: string) =>
  useAnswer('classLedger', 'byId', termId === undefined ? { classId } : { classId, termId });

export const useLedgerEntry = (studentId: string, termId?: string) =>
  useAnswer('ledgerEntry', 'byId', termId === undefined ? { studentId } : { studentId, termId });

export const useLedgerRevisions = (studentId: string, termId: string) =>
  useAnswer('ledgerRevision', 'list', { studentId, termId });

export const useRecordClassLedger = () =>
  useWrite('classLedger', 'record', ['classLedger', 'today']);

export const useReviseClassLedger = () => useWrite('classLedger', 'revise', ['classLedger']);

/** A line may wait for a network: `draftKey` is where its form keeps the words meanwhile. */
export const useReviseLedgerEntry = ({ student }: StudentLine, draftKey: string) =>
  useWrite('ledgerEntry', 'revise', ['classLedger', 'today', 'ledgerRevision'], () => ({
    title: `${student.name} · 学情台账`,
    of: draftKey,
    page: addressOf('ledgerEntry', { classId: student.classId, studentId: student.id }),
  }));

export const useReviseSealedFamily = () =>
  useWrite('sealedNote', 'reviseFamily', ['ledgerEntry', 'classLedger']);

export const useReviseSealedCategories = () =>
  useWrite('sealedNote', 'reviseCategories', ['classLedger']);
