import { addDays, type Day, daysBetween } from '../calendar/day';
import type { Term } from '../calendar/term';
import type { MentoringSettings } from '../school/mentoring-settings.schema';
import type { Student } from '../school/roster.schema';
import { TALK_TOPICS, type Talk, type TalkWords } from './talk.schema';

type Seen = Pick<Student, 'lastTalkOn' | 'nextTalkOn'>;
type LastTalk = Pick<Student, 'lastTalkId' | 'lastTalkOn' | 'lastTalkBy' | 'nextTalkOn'>;

/** Days since the last talk of this term; null when there was none (S4-258, S4-298). */
export function daysSinceSeen(
  { lastTalkOn }: Pick<Seen, 'lastTalkOn'>,
  today: Day,
  term: Pick<Term, 'startsOn'> | null,
): number | null {
  if (lastTalkOn === null || (term && lastTalkOn < term.startsOn)) return null;
  return Math.max(0, daysBetween(lastTalkOn, today));
}

/** As it stands beside a name. */
export function saySeen(daysSince: number | null): string {
  if (daysSince === null) return '本学期尚未';
  return daysSince === 0 ? '今天谈过' : `上次 ${daysSince} 天前`;
}

/** Whether a day that was agreed for the next talk has come. */
export const isTalkDue = ({ nextTalkOn }: Pick<Seen, 'nextTalkOn'>, today: Day): boolean =>
  nextTalkOn !== null && nextTalkOn <= today;

/** Not seen within the school's interval. */
export const isUnseen = (daysSince: number | null, { talkEveryDays }: MentoringSettings): boolean =>
  daysSince === null || daysSince >= talkEveryDays;

/** Never seen first, then the longest ago. */
export const bySeen = (a: Pick<Seen, 'lastTalkOn'>, b: Pick<Seen, 'lastTalkOn'>): number =>
  (a.lastTalkOn ?? '').localeCompare(b.lastTalkOn ?? '');

/** What the student remembers of their last talk. */
export const lastTalkOf = (talk: Talk): LastTalk => ({
  lastTalkId: talk._id,
  lastTalkOn: talk.on,
  lastTalkBy: talk.byName,
  nextTalkOn: talk.nextOn,
});

/** Whether a talk of that day becomes the student's last: one entered late does not. */
export const isLatest = ({ lastTalkOn }: Pick<Seen, 'lastTalkOn'>, on: Day): boolean =>
  lastTalkOn === null || on >= lastTalkOn;

const sayTopics = (topics: TalkWords['topics']): string =>
  topics.map((topic) => TALK_TOPICS[topic]).join('、');

/** What a talk was about, in a list that says that it is one. */
export function talkTitle({ isNoChange, topics }: Pick<Talk, 'isNoChange' | 'topics'>): string {
  if (isNoChange) return '与上次相比无变化';
  return topics.length > 0 ? `谈${sayTopics(topics)}` : '谈了一次';
}

/**
 * What of a talk stands in the student's file: what was agreed. What the student said stays in the
 * talk, for those who read talks.
 */
export const talkExcerpt = ({ agreed }: Pick<Talk, 'agreed'>): string => agreed;

/** Until when what was agreed is open: the next talk, or the day one is due. */
export const agreedUntil = (
  { on, nextOn }: Pick<Talk, 'on' | 'nextOn'>,
  { talkEveryDays }: MentoringSettings,
): Day => nextOn ?? addDays(on, talkEveryDays);

export const pickWords = (talk: TalkWords): TalkWords => ({
  how: talk.how,
  topics: talk.topics,
  said: talk.said,
  agreed: talk.agreed,
  reflection: talk.reflection,
  nextOn: talk.nextOn,
});
