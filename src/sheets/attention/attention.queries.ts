import type { Answer } from '../../platform/api';
import { useWrite } from '../../platform/use-api';

export type ListedCase = Answer<'attentionCase', 'list'>['cases'][number];

export const CASES_OUTDATED = ['attentionCase', 'careDuty', 'timeline'] as const;

export const followUpDraft = (caseId: string): string => `followUp:${caseId}`;

/** A follow-up may wait for a network. */
export const useRecordFollowUp = ({ name }: { name: string }) =>
  useWrite('attentionFollowUp', 'record', CASES_OUTDATED, () => ({ title: `${name} · 跟进` }));

export const useVoidFollowUp = () => useWrite('attentionFollowUp', 'void', CASES_OUTDATED);
