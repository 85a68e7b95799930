import type { Answer } from '../../platform/api';
import { useAnswer, useWrite } from '../../platform/use-api';

export type DeparturePlan = Answer<'departure', 'plan'>;
export type WorkKind = DeparturePlan['kinds'][number];
export type Erasure = Answer<'erasureRequest', 'list'>['items'][number];

/** Rights, classes, mentors and decisions change hands: everything that names a teacher. */
const HANDED = [
  ...(['departure', 'staff', 'school', 'student', 'mentorship', 'resolution'] as const),
  ...(['consultation', 'attentionCase', 'attentionSponsor'] as const),
] as const;

export const useDeparturePlan = (memberId: string) => useAnswer('departure', 'plan', { memberId });
export const useRecordDeparture = () => useWrite('departure', 'record', HANDED);
export const useAssignDeparture = () => useWrite('departure', 'assign', HANDED);
export const useCloseDeparture = () => useWrite('departure', 'close', HANDED);

/** The classes that somebody may add a student to. */
export const useClasses = () => useAnswer('student', 'list', {});
export const useRecordEnrolment = () =>
  useWrite('enrolment', 'record', ['student', 'school', 'classLedger', 'today']);

export const useErasures = () => useAnswer('erasureRequest', 'list', {});
export const useCloseErasure = () => useWrite('erasureRequest', 'close', ['erasureRequest']);
