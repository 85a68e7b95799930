import { CAST, CAST_NOW } from '../../test/school/cast';
import { writeIdOf } from '../../test/school/random';
import type { CostedCall } from './costed-call';

const { homeroomTeacher, principal, guardian } = CAST;
const READ = 2;

/** What the procedures of reminders may cost; see `calls.ts`. */
export const REMINDER_CALLS: Record<string, CostedCall> = {
  'reminder.list': { as: guardian, input: {}, billed: 4, trips: READ },
  'reminder.close': {
    as: guardian,
    input: { writeId: writeIdOf('read inbox'), until: CAST_NOW.toISOString() },
    billed: 5,
    trips: 6,
  },
  'unreached.list': { as: homeroomTeacher, input: { aboutId: 'form' }, billed: 3, trips: READ },
  // Each further template adds three requests.
  'subscribeCredit.record': {
    as: guardian,
    input: { writeId: writeIdOf('accept'), accepted: ['form'] },
    billed: 5,
    trips: 6,
  },
  'reminderSetting.list': { as: principal, input: undefined, billed: 2, trips: 1 },
  'reminderSetting.revise': {
    as: principal,
    input: {
      ...{ rev: 6, writeId: writeIdOf('quiet hours') },
      ...{ quietFrom: '22:00', quietUntil: '06:00', digestAt: '07:30' },
    },
    billed: 6,
    trips: 7,
  },
};
