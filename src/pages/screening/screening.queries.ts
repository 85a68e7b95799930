import type { Answer } from '../../platform/api';
import { useAnswer, useWrite } from '../../platform/use-api';

export type Rounds = Answer<'screeningRound', 'list'>;
export type Round = Answer<'screeningRound', 'byId'>;
export type Sheet = Answer<'screeningSheet', 'byId'>;
export type SheetStudent = Sheet['students'][number];

const OUTDATED = ['screeningRound', 'screeningSheet', 'careDuty'] as const;

export const useRounds = () => useAnswer('screeningRound', 'list', {});
export const useRound = (roundId: string) => useAnswer('screeningRound', 'byId', { roundId });
export const useSheet = (roundId: string, classId: string) =>
  useAnswer('screeningSheet', 'byId', { roundId, classId });

export const usePlanRound = () => useWrite('screeningRound', 'plan', OUTDATED);
export const useSignOffSheets = () => useWrite('screeningRound', 'signOff', OUTDATED);
export const useCloseRound = () => useWrite('screeningRound', 'close', OUTDATED);
/** Ticks hold no word: without a network they wait, one after the other. */
export const useTick = () =>
  useWrite('screeningSheet', 'record', OUTDATED, () => ({ title: '排查表 · 无变化' }));
export const useSubmitSheet = () =>
  useWrite('screeningSheet', 'submit', OUTDATED, ({ roundId, classId }) => ({
    title: '排查表 · 交给级部',
    of: `screeningSheet:${roundId}:${classId}`,
  }));
/** Never queued: sealed words do not lie on a phone. */
export const useRecordFinding = () =>
  useWrite('screeningFinding', 'record', [...OUTDATED, 'timeline']);
