import { dayOf, sayDay } from '../../../domain/calendar/day';
import {
  TALK_TOPICS,
  TALK_WAYS,
  type TalkTopic,
  type TalkWay,
  type TalkWords,
} from '../../../domain/talk/talk.schema';
import type { Parts } from '../../components/edit/merge-versions';

/** A talk as the parts of an edit: each a text, so that drafts and merging work as for any other. */
export const TALK_PARTS = {
  how: '方式',
  topics: '话题',
  said: '学生说的',
  agreed: '约好的',
  reflection: '反思',
  nextOn: '下次面谈',
} as const satisfies Record<keyof TalkWords, string>;
export type TalkPart = keyof typeof TALK_PARTS;

export const partsOf = ({ how, topics, said, agreed, reflection, nextOn }: TalkWords): Parts => ({
  ...{ how, said, agreed, reflection },
  topics: topics.join(','),
  nextOn: nextOn ?? '',
});

export const wordsOf = (parts: Parts): TalkWords => ({
  how: (parts.how ?? 'inPerson') as TalkWay,
  topics: (parts.topics ? parts.topics.split(',') : []) as TalkTopic[],
  said: (parts.said ?? '').trim(),
  agreed: (parts.agreed ?? '').trim(),
  reflection: (parts.reflection ?? '').trim(),
  nextOn: parts.nextOn || null,
});

/** A part in the words of the form. */
export function sayPart(part: string, text: string): string {
  const { how, topics, nextOn } = wordsOf({ [part]: text });
  if (part === 'how') return TALK_WAYS[how];
  if (part === 'topics') return topics.map((topic) => TALK_TOPICS[topic]).join('、') || '没有';
  if (part === 'nextOn') return nextOn ? sayDay(nextOn, dayOf(new Date())) : '没有约';
  return text;
}
