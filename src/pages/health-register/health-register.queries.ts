import type { Answer } from '../../platform/api';
import { useAnswer, useAnswerPages, useWrite } from '../../platform/use-api';

export type Opened = Answer<'healthCondition', 'byId'>;
export type InRegister = Answer<'healthCondition', 'list'>['conditions'][number];

const OUTDATED = ['healthCondition', 'careDuty', 'healthAcknowledgement'] as const;

export const useRegister = () => useAnswerPages('healthCondition', 'list', {});

/** Asked by whoever keeps the register of a class: who has acknowledged. */
export const useAcknowledgements = (classId: string, enabled: boolean) =>
  useAnswer('healthAcknowledgement', 'list', { classId }, { enabled });

/** Opening is recorded in the cloud each time, so it is a write and nothing remembers it. */
export const useOpenCondition = () => useWrite('healthCondition', 'byId', []);
/** That one has read it holds no word of it. */
export const useSignOff = ({ student }: Opened) =>
  useWrite('healthCondition', 'signOff', OUTDATED, () => ({
    title: `${student.name} · 已知悉安全须知`,
    of: `healthSignOff:${student.id}`,
  }));
/** Never queued: the words of a condition do not lie on a phone. */
export const useReviseCondition = () => useWrite('healthCondition', 'revise', OUTDATED);
export const useCloseCondition = () => useWrite('healthCondition', 'close', OUTDATED);
