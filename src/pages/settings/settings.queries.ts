import type { AuditFilter } from '../../../domain/audit/audit.schema';
import type { Answer } from '../../platform/api';
import { useAnswer, useAnswerPages, useWrite } from '../../platform/use-api';

export const useSettings = () => useAnswer('setting', 'list', {});

export type AuditItem = Answer<'audit', 'list'>['items'][number];

export const useAudits = (filter: AuditFilter) => useAnswerPages('audit', 'list', filter);

export type Retention = Answer<'retention', 'byId'>;
export type RetentionTerms = Retention['terms'];

/** What is set and would go; with terms, what would go by those. */
export const useRetention = (tried: RetentionTerms | null) =>
  useAnswer('retention', 'byId', tried ? { tried } : {});

export const useReviseRetention = () =>
  useWrite('retention', 'revise', [
    ...(['retention', 'setting', 'ledgerCategory', 'mentoringSetting'] as const),
  ]);

export type LedgerCategories = Answer<'ledgerCategory', 'list'>;
export type LedgerCategory = LedgerCategories['categories'][number];

export type AttentionCategories = Answer<'attentionCategory', 'list'>;
export type AttentionCategory = AttentionCategories['current']['categories'][number];

export type MentoringSetting = Answer<'mentoringSetting', 'list'>;

export const useMentoringSetting = () => useAnswer('mentoringSetting', 'list', undefined);

export const useReviseMentoringSetting = () =>
  useWrite('mentoringSetting', 'revise', [
    ...(['mentoringSetting', 'ledgerCategory', 'mentorship'] as const),
    ...(['mentee', 'unseen', 'today'] as const),
  ]);

export const useLedgerCategories = () => useAnswer('ledgerCategory', 'list', undefined);

export const useReviseLedgerCategories = () =>
  useWrite('ledgerCategory', 'revise', ['ledgerCategory', 'mentoringSetting', 'classLedger']);

export const useAttentionCategories = () => useAnswer('attentionCategory', 'list', {});

export const useReviseAttentionCategories = () =>
  useWrite('attentionCategory', 'revise', ['attentionCategory', 'attentionCase', 'attentionForm']);

export type SchoolCalendar = Answer<'schoolCalendar', 'byId'>;

export const useSchoolCalendar = () => useAnswer('schoolCalendar', 'byId', {});

/** Weeks, due days and standings follow from it: everything that says a day is asked again. */
export const useReviseSchoolCalendar = () =>
  useWrite('schoolCalendar', 'revise', [
    ...(['schoolCalendar', 'me', 'today', 'meetingDuty', 'consultation'] as const),
    ...(['regulation', 'ledgerCategory', 'mentoringSetting'] as const),
  ]);

export type ReminderSetting = Answer<'reminderSetting', 'list'>;

export const useReminderSetting = () => useAnswer('reminderSetting', 'list', undefined);

export const useReviseReminderSetting = () =>
  useWrite('reminderSetting', 'revise', [
    ...(['reminderSetting', 'mentoringSetting', 'ledgerCategory', 'regulation'] as const),
  ]);

export type Regulation = Answer<'regulation', 'byId'>;

export const useRegulation = () => useAnswer('regulation', 'byId', {});

export const useReviseRegulation = () =>
  useWrite('regulation', 'revise', [
    ...(['regulation', 'consultation', 'consultationForm', 'meetingDuty'] as const),
    ...(['ledgerCategory', 'mentoringSetting'] as const),
  ]);
