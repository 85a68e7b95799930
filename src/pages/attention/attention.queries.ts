import type { Answer } from '../../platform/api';
import { addressOf } from '../../platform/navigate';
import { useAnswer, useAnswerPages, useWrite } from '../../platform/use-api';
import { CASES_OUTDATED } from '../../sheets/attention/attention.queries';

export type Case = Answer<'attentionCase', 'byId'>;
export type CaseForm = Answer<'attentionForm', 'byId'>;
export type Sponsors = Answer<'attentionSponsor', 'list'>;
export type Pairing = Answer<'peerPairing', 'list'>['pairings'][number];

export const useCases = () => useAnswerPages('attentionCase', 'list', {});
export const useCase = (caseId: string) => useAnswer('attentionCase', 'byId', { caseId });
export const useCaseForm = (studentId: string) =>
  useAnswer('attentionForm', 'byId', { studentId }, { staleTime: 0 });
export const useSponsors = () => useAnswer('attentionSponsor', 'list', {});
export const usePairings = (classId: string) => useAnswer('peerPairing', 'list', { classId });
/** Asked with the pairings, in the same call. */
export const useClassmates = (classId: string) => useAnswer('student', 'list', { classId });

/** A file may wait for a network: `draftKey` is where its form keeps the words meanwhile. */
export const useRecordCase = (
  { id, name }: CaseForm['student'],
  caseId: string | null,
  draftKey: string,
) =>
  useWrite('attentionCase', 'record', [...CASES_OUTDATED, 'attentionForm'], () => ({
    title: `${name} · 个案计划`,
    of: draftKey,
    page: addressOf('openCase', { studentId: id, ...(caseId !== null && { caseId }) }),
  }));

/** Sealed words never wait on a phone. */
export const useReviseSealedCase = () => useWrite('attentionCase', 'reviseSealed', CASES_OUTDATED);
export const useAssignSponsor = () =>
  useWrite('attentionCase', 'assign', [...CASES_OUTDATED, 'attentionSponsor']);
export const useVoidCase = () => useWrite('attentionCase', 'void', CASES_OUTDATED);
export const useCloseCase = ({ id, student }: Case) =>
  useWrite('attentionCase', 'close', CASES_OUTDATED, () => ({
    title: `${student.name} · 结束档案`,
    of: `case-close:${id}`,
    page: addressOf('attentionCase', { caseId: id }),
  }));
export const useRecordPairing = () =>
  useWrite('peerPairing', 'record', ['peerPairing'], () => ({ title: '手牵手结对' }));
export const useClosePairing = () => useWrite('peerPairing', 'close', ['peerPairing']);
