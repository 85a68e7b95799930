import type { Answer } from '../../platform/api';
import { useAnswerPages, useWrite } from '../../platform/use-api';

export type Reminder = Answer<'reminder', 'list'>['reminders'][number];

export const useInbox = () => useAnswerPages('reminder', 'list', {});

export const useSeen = () => useWrite('reminder', 'close', ['reminder']);
