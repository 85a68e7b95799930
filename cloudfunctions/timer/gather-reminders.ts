import type { Member } from '../../domain/access/roles';
import { dayOf } from '../../domain/calendar/day';
import { calendarOf, isSchoolDay } from '../../domain/calendar/school-calendar';
import type { Occasion } from '../../domain/reminder/due';
import { additionsOf, knownIdsOf, remindersOf } from '../../domain/reminder/outbox.rules';
import type { Reminder } from '../../domain/reminder/reminder.schema';
import { REMINDER_PRESET } from '../../domain/school/reminder-settings.schema';
import type { School } from '../../domain/school/school.schema';
import { readSchools } from '../api/reminder/due-records.store';
import { db } from '../kernel/cloud';
import { readByIds, SCHEMA_VERSION, updateMany } from '../kernel/database';
import { formDuesOf } from './gather-forms';
import { meetingDuesOf } from './gather-meetings';
import { workDuesOf } from './gather-work';
import { inLanes } from './lanes';

const WRITES_AT_ONCE = 20;

/**
 * Write down who is to be reminded of what today. It asks the records themselves, so no verb has
 * to remember to; and the ids say what each reminder is about, so asking again adds only what is
 * new since the last hour.
 */
export async function gatherReminders(now: Date): Promise<Record<string, number>> {
  let made = 0;
  for (const school of await readSchools()) made += await gatherOf(school, now);
  return { made };
}

async function gatherOf(school: School, now: Date): Promise<number> {
  const today = dayOf(now);
  const occasion: Occasion = { today, calendar: calendarOf(school.calendar, school.terms) };
  const names = new Map<string, string>();
  const know = (members: readonly Pick<Member, '_id' | 'name'>[]) => {
    for (const { _id, name } of members) names.set(_id, name);
  };
  const dues = (
    await Promise.all([
      meetingDuesOf(school, occasion, know),
      formDuesOf(school, occasion, know),
      // On a free day nobody is reminded of work.
      isSchoolDay(occasion.calendar, today) === false ? [] : workDuesOf(school, occasion),
    ])
  ).flat();
  const reminders = remindersOf(dues, today, {
    now,
    schoolId: school._id,
    schemaVersion: SCHEMA_VERSION,
    settings: school.reminders ?? REMINDER_PRESET,
    nameOf: (memberId) => names.get(memberId) ?? '',
  });
  return addNew(reminders, now);
}

/** Store what is not there yet, and what has come up since in the digest of the day. */
async function addNew(reminders: readonly Reminder[], now: Date): Promise<number> {
  const known = await readByIds<Pick<Reminder, '_id' | 'status' | 'lines'>>(
    'reminders',
    knownIdsOf(reminders),
    ['_id', 'status', 'lines'],
  );
  const { fresh, longer } = additionsOf(
    reminders,
    new Map(known.map((one) => [one._id, one])),
    now,
  );
  await inLanes(fresh, WRITES_AT_ONCE, async (reminder) => {
    try {
      await db.collection('reminders').add({ data: reminder });
    } catch (error) {
      // Another run added it a moment ago; anything else is a failure.
      if ((await readByIds('reminders', [reminder._id], ['_id'])).length === 0) throw error;
    }
  });
  await inLanes(longer, WRITES_AT_ONCE, async ({ id, status, lines }) => {
    // Taken by a run in between, it stays as it was sent: the next hour adds what is missing.
    const seen = status === 'due' ? {} : { shownAt: now };
    await updateMany('reminders', { _id: id, status }, { lines, ...seen });
  });
  return fresh.length;
}
