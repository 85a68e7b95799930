import { type Day, dayOf, sayDay, timeOf } from '../../domain/calendar/day';

/** An instant as people say it by this phone's clock: 今天 15:30, 10月20日. */
export function sayWhen(instant: string): string {
  const at = new Date(instant);
  const today = dayOf(new Date());
  const day = sayDay(dayOf(at), today);
  return dayOf(at) === today ? `${day} ${timeOf(at)}` : day;
}

/** A day as people say it by this phone's clock: 明天, 周五, 3月5日. */
export const sayDate = (day: Day): string => sayDay(day, dayOf(new Date()));
