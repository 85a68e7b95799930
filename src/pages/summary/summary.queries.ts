import type { Answer } from '../../platform/api';
import { useAnswer, useAnswerPages, useWrite } from '../../platform/use-api';

export type Summary = Answer<'summary', 'byId'>;
export type Duty = Summary['duties'][number];
export type Summaries = Answer<'summary', 'list'>;
export type Card = Answer<'summaryCard', 'byId'>;

/** Without a place: the widest within reach. */
export const useSummaries = (placeId: string | null) =>
  useAnswerPages('summary', 'list', placeId === null ? {} : { placeId });

export const useSummary = (summaryId: string) => useAnswer('summary', 'byId', { summaryId });

const OUTDATED = ['summary', 'summaryCard', 'leader', 'meetingDuty'] as const;

export const useMakeSummary = () => useWrite('summary', 'record', OUTDATED);
export const useReviseSummary = () => useWrite('summary', 'revise', OUTDATED);
export const useSignSummary = () => useWrite('summary', 'signOff', OUTDATED);
export const useCorrectSummary = () => useWrite('summaryCorrection', 'record', OUTDATED);
export const useMakeCard = () => useWrite('summaryCard', 'record', []);

export const useCard = (summaryId: string, token: string) =>
  useAnswer('summaryCard', 'byId', { summaryId, token });
