import type { Answer } from '../../platform/api';
import { addressOf } from '../../platform/navigate';
import { useAnswer, useWrite } from '../../platform/use-api';

export type CorrectionRequests = Answer<'correctionRequest', 'list'>;
export type CorrectionRequest = CorrectionRequests['requests'][number];

export const useCorrectionRequests = (studentId: string, isAsked: boolean) =>
  useAnswer('correctionRequest', 'list', { studentId }, { enabled: isAsked });

/** Where the words are kept while they are typed, and found again should they be refused later. */
export const correctionDraft = (studentId: string): string => `correction:${studentId}`;

/** A request for correction; without a network it waits on the phone. */
export const useRecordCorrection = (student: { id: string; name: string }) =>
  useWrite(
    'correctionRequest',
    'record',
    ['correctionRequest', 'familyVoiceDuty'],
    ({ what, why }) => ({
      title: `${student.name} · 请学校更正`,
      page: addressOf('studentFile', { studentId: student.id }),
      draft: { key: correctionDraft(student.id), value: { what, why } },
    }),
  );

export const useCloseCorrection = () =>
  useWrite('correctionRequest', 'close', ['correctionRequest', 'familyVoiceDuty']);
