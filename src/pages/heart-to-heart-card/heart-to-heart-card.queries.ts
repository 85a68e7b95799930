import type { Answer } from '../../platform/api';
import { useAnswer, useAnswerPages, useWrite } from '../../platform/use-api';

export type Card = Answer<'heartToHeartCard', 'list'>['items'][number];
export type OpenedCard = Answer<'heartToHeartCard', 'byId'>;
export type ReadReceipt = Answer<'heartToHeartReceipt', 'byId'>;

const CARDS = ['heartToHeartCard', 'familyVoiceDuty'] as const;

export const useCards = () => useAnswerPages('heartToHeartCard', 'list', {});

/** Opening is recorded in the cloud each time: a write that nothing remembers. */
export const useOpenCard = () => useWrite('heartToHeartCard', 'byId', CARDS);

export const useAnswerCard = () => useWrite('heartToHeartCard', 'close', CARDS);

/** Neither draft nor queue: a classroom's tablet must keep nothing of what a child wrote. */
export const useSubmitCard = () => useWrite('heartToHeartCard', 'submit', []);

export const useReadReceipt = () => useWrite('heartToHeartReceipt', 'byId', []);

export const useCodes = (classId: string) => useAnswer('heartToHeartCode', 'list', { classId });

export const useRecordCode = () => useWrite('heartToHeartCode', 'record', ['heartToHeartCode']);

export const useCloseCode = () => useWrite('heartToHeartCode', 'close', ['heartToHeartCode']);
