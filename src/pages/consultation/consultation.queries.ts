import type { MeetingKindId } from '../../../domain/regulation/meeting-words';
import type { Answer } from '../../platform/api';
import { addressOf } from '../../platform/navigate';
import { useAnswer, useAnswerPages, useWrite } from '../../platform/use-api';

export type Meeting = Answer<'consultation', 'byId'>;
export type Item = Meeting['items'][number];
export type Resolution = Answer<'resolution', 'list'>['resolutions'][number];
export type Person = Meeting['people'][number];

/** What the address of a running meeting carries. */
export const addressIn = ({ id, placeId, classId }: Meeting) => ({
  meetingId: id,
  placeId,
  ...(classId !== null && { classId }),
});

/** What any change of a meeting makes out of date. */
const OUTDATED = [
  ...(['consultation', 'consultationAgenda', 'resolution'] as const),
  ...(['meetingDuty', 'timeline'] as const),
] as const;

export const useMeeting = (consultationId: string, placeId: string) =>
  useAnswer('consultation', 'byId', { consultationId, placeId }, { staleTime: 5_000 });

export const useAgenda = (classId: string | null) =>
  useAnswer(
    'consultationAgenda',
    'list',
    { placeId: classId ?? '' },
    { enabled: classId !== null },
  );

export const useClassStudents = (classId: string | null) =>
  useAnswer('student', 'list', classId === null ? {} : { classId }, { enabled: classId !== null });

export const useMayPlan = () => useAnswer('consultation', 'list', {});

export const useMeetingForm = (kindId: MeetingKindId | null, placeId: string | null) =>
  useAnswer(
    'consultationForm',
    'byId',
    { kindId: kindId ?? 'huddle', placeId: placeId ?? '' },
    { enabled: kindId !== null && placeId !== null },
  );

export const usePlan = () => useWrite('consultation', 'plan', OUTDATED);
export const useRevise = () => useWrite('consultation', 'revise', OUTDATED);
export const useCancel = () => useWrite('consultation', 'void', OUTDATED);
export const useClose = () => useWrite('consultation', 'close', OUTDATED);
export const useSign = () =>
  useWrite('consultation', 'signOff', [...OUTDATED, 'consultationSignOff']);
export const useAnswerLeader = () => useWrite('consultation', 'submit', OUTDATED);
export const useApprove = () => useWrite('consultationApproval', 'record', OUTDATED);
export const usePrepare = () => useWrite('consultationPreparation', 'record', OUTDATED);
export const useReport = () => useWrite('consultationReport', 'submit', OUTDATED);
export const useAttend = () => useWrite('consultationAttendance', 'record', OUTDATED);
export const useReview = () => useWrite('resolution', 'revise', OUTDATED);
export const useUnsay = () => useWrite('consultationItem', 'void', OUTDATED);

/** What is said may wait for a network: the meeting goes on without one. */
export const useSay = (meeting: Meeting) =>
  useWrite('consultationItem', 'record', OUTDATED, () => ({
    title: `${meeting.placeLabel} · ${meeting.label}`,
    page: addressOf('runMeeting', addressIn(meeting)),
  }));

export const useSignOffs = () => useAnswer('consultationSignOff', 'list', {});

export const useResolutions = (of: 'mine' | 'late' | 'all') =>
  useAnswerPages('resolution', 'list', { of });
export const useProgress = () => useWrite('resolution', 'record', OUTDATED);
export const useCheck = () => useWrite('resolution', 'signOff', OUTDATED);

export type Report = Answer<'monthlyReport', 'byId'>;

export const useMonthlyReport = (of: {
  month: string;
  level: 'class' | 'division' | 'school';
  placeId: string;
}) => useAnswer('monthlyReport', 'byId', of);

export const useSubmitMonthlyReport = () =>
  useWrite('monthlyReport', 'submit', ['monthlyReport', 'meetingDuty', 'consultation']);
