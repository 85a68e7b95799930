import type { Answer } from '../../platform/api';
import { useAnswer } from '../../platform/use-api';

export type Today = Answer<'today', 'list'>;
export type Duty = Today['duties'][number];
export type Unseen = NonNullable<Today['unseen']>;
export type LedgerProgress = Today['ledgers'][number];

/** Asked in the same call as the rest of 今天. */
export const useVisitDuties = () => useAnswer('homeVisitDuty', 'list', {});

export const useToday = () => useAnswer('today', 'list', {});

export const useFamilyVoiceDuties = () => useAnswer('familyVoiceDuty', 'list', {});

export const useFormDuties = () => useAnswer('interactionDuty', 'list', {});

export const useCareDuties = () => useAnswer('careDuty', 'list', {});

export type MeetingDuties = Answer<'meetingDuty', 'list'>;

export const useMeetingDuties = () => useAnswer('meetingDuty', 'list', {});
