import type { Example } from './examples';
import { newWriteId } from './writes';

/** One valid input for every procedure of reminders; see `examples.ts`. */
export const REMINDER_EXAMPLES: Readonly<Record<string, Example>> = {
  'reminder.list': { about: 'caller', input: () => ({}) },
  'reminder.close': {
    about: 'caller',
    input: () => ({ writeId: newWriteId(), until: '2026-10-29T02:00:00.000Z' }),
  },
  'subscribeCredit.record': {
    about: 'caller',
    input: () => ({ writeId: newWriteId(), accepted: ['todo'] }),
  },
  'unreached.list': { about: 'reach', input: (aboutId) => ({ aboutId }) },
  'reminderSetting.list': { about: 'school', input: () => undefined },
  'reminderSetting.revise': {
    about: 'school',
    input: () => ({
      ...{ rev: 0, writeId: newWriteId() },
      ...{ quietFrom: '22:00', quietUntil: '06:00', digestAt: '07:30' },
    }),
  },
};
