import { dayOf, sayDay } from '../../../domain/calendar/day';

/** When it was agreed to meet again, beside a name: 约好今天, 约好周五; empty without a day. */
export const sayNext = (nextTalkOn: string | null): string =>
  nextTalkOn === null ? '' : `约好${sayDay(nextTalkOn, dayOf(new Date()))}`;
