import type { ReportLevel } from '../../../domain/consultation/monthly-report.schema';
import {
  MEETING_SCOPES,
  type MeetingKindId,
  type MeetingScope,
} from '../../../domain/regulation/meeting-words';
import type { Answer } from '../../platform/api';
import { addressOf } from '../../platform/navigate';
import { useAnswer, useAnswerPages, useWrite } from '../../platform/use-api';

export type Meeting = Answer<'consultation', 'byId'>;
export type Item = Meeting['items'][number];
export type Resolution = Answer<'resolution', 'list'>['resolutions'][number];
export type Person = Meeting['people'][number];

/** What the address of a running meeting carries. */
export const addressIn = ({ id, placeId, scope, classId }: Meeting) => ({
  meetingId: id,
  placeId,
  scope,
  ...(classId !== null && { classId }),
});

/** What any change of a meeting makes out of date. */
const OUTDATED = [
  ...(['consultation', 'consultationAgenda', 'resolution'] as const),
  ...(['meetingDuty', 'timeline'] as const),
] as const;

export const useMeeting = (consultationId: string, placeId: string) =>
  useAnswer('consultation', 'byId', { consultationId, placeId }, { staleTime: 5_000 });

export type Agenda = Answer<'consultationAgenda', 'list'>;

const scopeIn = (name: string | undefined): MeetingScope | undefined =>
  name !== undefined && name in MEETING_SCOPES ? (name as MeetingScope) : undefined;

/** What the agenda brings by itself, in the call of the meeting where the address has its scope. */
export function useAgenda(address: { meetingId: string; placeId: string }, scope?: string) {
  const level = scopeIn(scope);
  return useAnswer(
    'consultationAgenda',
    'list',
    { ...address, scope: level ?? 'class' },
    { enabled: level !== undefined },
  );
}

export const useClassStudents = (classId: string | null) =>
  useAnswer('student', 'list', classId === null ? {} : { classId }, { enabled: classId !== null });

/** The classes within one's reach, where a meeting is of several. */
export const useClasses = () => useAnswer('student', 'list', {});

export type Archived = Answer<'consultation', 'list'>;

/** The meetings of a term that are over, page by page. */
export const useArchive = (of: { termId: string; kindId?: MeetingKindId }) =>
  useAnswerPages('consultation', 'list', { of });

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
/** Never queued, never a draft: sealed words do not lie on a phone. */
export const useDissent = () => useWrite('consultationDissent', 'record', OUTDATED);
export const useOpenDissents = () => useWrite('consultationDissent', 'byId', []);
export type Dissents = Answer<'consultationDissent', 'byId'>;
/** One's own as it stands, in the refusal of an edit that knows an earlier one. */
export type StandingDissent = Answer<'sealedNote', 'byId'>;
export const useReport = () => useWrite('consultationReport', 'submit', OUTDATED);
export const useUnsay = () => useWrite('consultationItem', 'void', OUTDATED);

/** What is tapped and said may wait for a network: the meeting goes on without one. */
export const useAttend = (meeting: Meeting) =>
  useWrite('consultationAttendance', 'record', OUTDATED, () => ({
    title: `${meeting.placeLabel} · ${meeting.label} · 签到`,
    page: addressOf('runMeeting', addressIn(meeting)),
  }));
export const useReview = (meeting: Meeting) =>
  useWrite('resolution', 'revise', OUTDATED, ({ resolutionId }) => ({
    title: `决议：${meeting.earlier.find(({ id }) => id === resolutionId)?.what ?? meeting.label}`,
    of: `resolution:${resolutionId}`,
    page: addressOf('runMeeting', addressIn(meeting)),
  }));

/** What a word of a meeting is on this phone: its draft, and what waits to be sent. */
export const sayingOf = (itemId: string): string => `consultationItem:${itemId}`;

export const useSay = (meeting: Meeting) =>
  useWrite('consultationItem', 'record', OUTDATED, ({ itemId }) => ({
    title: `${meeting.placeLabel} · ${meeting.label}`,
    of: sayingOf(itemId),
    page: addressOf('runMeeting', addressIn(meeting)),
  }));

export const useSignOffs = () => useAnswer('consultationSignOff', 'list', {});

export type ResolutionsOf = { of: 'mine' | 'late' | 'all'; divisionId?: string };
export const useResolutions = (of: ResolutionsOf) => useAnswerPages('resolution', 'list', of);
export const useProgress = () => useWrite('resolution', 'record', OUTDATED);
export const useCheck = () => useWrite('resolution', 'signOff', OUTDATED);
export const useCheckDivision = () => useWrite('resolutionCheck', 'record', OUTDATED);

export type Report = Answer<'monthlyReport', 'byId'>;

export const useMonthlyReport = (of: { month: string; level: ReportLevel; placeId: string }) =>
  useAnswer('monthlyReport', 'byId', of);

export const useSubmitMonthlyReport = () =>
  useWrite('monthlyReport', 'submit', ['monthlyReport', 'meetingDuty', 'consultation']);
