import type { Answer } from '../../platform/api';
import { useAnswer, useWrite } from '../../platform/use-api';

export type CorrectionRequests = Answer<'correctionRequest', 'list'>;
export type CorrectionRequest = CorrectionRequests['requests'][number];

export const useCorrectionRequests = (studentId: string, isAsked: boolean) =>
  useAnswer('correctionRequest', 'list', { studentId }, { enabled: isAsked });

export const useRecordCorrection = () =>
  useWrite('correctionRequest', 'record', ['correctionRequest', 'correctionDuty']);

export const useCloseCorrection = () =>
  useWrite('correctionRequest', 'close', ['correctionRequest', 'correctionDuty']);
