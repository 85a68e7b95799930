import type { Answer } from '../../platform/api';
import { useAnswer } from '../../platform/use-api';

export type Progress = Answer<'leader', 'list'>;
export type Column = Progress['columns'][number];
export type ClassRow = Progress['classes'][number];

export const useProgress = () => useAnswer('leader', 'list', {});

/** In the same call: who has not been seen, what is late, what waits for a signature. */
export const useUnseen = () => useAnswer('unseen', 'list', {});
export const useLate = () => useAnswer('resolution', 'list', { of: 'late' });
export const useSignOffs = (isAsked: boolean) =>
  useAnswer('consultationSignOff', 'list', {}, { enabled: isAsked });
