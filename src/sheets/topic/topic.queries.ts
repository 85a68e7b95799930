import type { MeetingScope } from '../../../domain/regulation/meeting-words';
import type { Answer } from '../../platform/api';
import { useAnswer, useWrite } from '../../platform/use-api';

/** For whose next meeting; with a meeting, whoever is invited to it proposes too. */
export interface TopicPlace {
  scope: MeetingScope;
  placeId: string;
  meetingId?: string;
}

export type Topics = Answer<'consultationAgenda', 'list'>['topics'];

const OUTDATED = ['consultationAgenda'] as const;

export const useWaitingTopics = (place: TopicPlace) =>
  useAnswer('consultationAgenda', 'list', place);

/** Not queued: whether it still comes before the next meeting is for the cloud to say. */
export const useProposeTopic = () => useWrite('consultationTopic', 'record', OUTDATED);
export const useTakeTopicBack = () => useWrite('consultationTopic', 'void', OUTDATED);
