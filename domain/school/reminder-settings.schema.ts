import * as z from 'zod/mini';
import { addDays, type Day, dayOf, timeOf } from '../calendar/day';
import { revision, writeId } from '../schema';

/** When a school lets messages reach people; times of the day in Asia/Shanghai. */
export interface ReminderSettings {
  /** From then on nothing is sent … */
  quietFrom: string;
  /** … until then. */
  quietUntil: string;
  /** When the day's small things are said, all in one message. */
  digestAt: string;
}

export const REMINDER_PRESET: ReminderSettings = {
  quietFrom: '21:30',
  quietUntil: '06:30',
  digestAt: '07:00',
};

/** The moment of a clock time on a day. */
export const momentOf = (day: Day, time: string): Date => new Date(`${day}T${time}:00+08:00`);

const isQuietTime = ({ quietFrom, quietUntil }: ReminderSettings, time: string): boolean =>
  quietFrom <= quietUntil
    ? quietFrom <= time && time < quietUntil
    : quietFrom <= time || time < quietUntil;

export const isQuiet = (settings: ReminderSettings, at: Date): boolean =>
  isQuietTime(settings, timeOf(at));

/** The same moment, or the end of the quiet hours it falls into. */
export function outOfQuiet(settings: ReminderSettings, at: Date): Date {
  if (!isQuiet(settings, at)) return at;
  const day = dayOf(at);
  const { quietUntil } = settings;
  return momentOf(timeOf(at) < quietUntil ? day : addDays(day, 1), quietUntil);
}

const time = (label: string) =>
  z
    .string({ error: `请选“${label}”。` })
    .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: `“${label}”应当是几点几分。` }));

export const ReviseReminderSettings = z
  .strictObject({
    rev: revision(),
    writeId: writeId(),
    quietFrom: time('晚上从几点起不打扰'),
    quietUntil: time('早上几点以后'),
    digestAt: time('每天的汇总几点发'),
  })
  .check(
    z.refine((settings) => settings.quietFrom !== settings.quietUntil, {
      error: '不打扰的开始和结束不能是同一个时间。',
      path: ['quietUntil'],
    }),
    z.refine((settings) => !isQuietTime(settings, settings.digestAt), {
      error: '汇总的时间在不打扰的时段里，请换一个时间。',
      path: ['digestAt'],
    }),
  );
