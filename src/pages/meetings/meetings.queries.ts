import type { Answer } from '../../platform/api';
import { useAnswerPages, useWrite } from '../../platform/use-api';

export type Meetings = Answer<'consultation', 'list'>;
export type ListedMeeting = Meetings['open'][number];

/** What comes, and what was; the first page holds what one may plan too. */
export const useMeetings = () => useAnswerPages('consultation', 'list', {});

/** 碰头会: one line, which may wait for a network. */
export const useHuddle = (label: string) =>
  useWrite('consultation', 'record', ['consultation'], () => ({ title: `${label} · 碰头会` }));
