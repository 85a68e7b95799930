import type { Answer } from '../../platform/api';
import { useAnswerPages } from '../../platform/use-api';

export type TalkPage = Answer<'talk', 'list'>;
export type Talk = TalkPage['talks'][number];
export type UnseenStudent = Answer<'unseen', 'list'>['students'][number];

export const useTalks = (studentId: string) => useAnswerPages('talk', 'list', { studentId });

/** Everybody within reach, never seen first. */
export const useUnseen = () => useAnswerPages('unseen', 'list', {});
