import { randomUUID } from 'node:crypto';
import { isAtOnce } from '../../domain/reminder/outbox.rules';
import type { Reminder } from '../../domain/reminder/reminder.schema';
import { isQuiet, outOfQuiet, REMINDER_PRESET } from '../../domain/school/reminder-settings.schema';
import type { School } from '../../domain/school/school.schema';
import { changeClaimed, claimReminders, readDueReminders } from '../api/reminder/reminder.store';
import { readByIds } from '../kernel/database';
import { messageTemplates } from '../kernel/reminder-templates';
import { type Run, type SendReport, sendBatch } from './send-batch';

/** The function has a minute; what is left after this goes out with the next fire. */
const STOP_AFTER_MS = 50_000;
/** One for each person: nobody gets two at a time. */
const BATCH = 150;
/** A run lives a minute. What it took and did not finish by then has an end nobody knows. */
const LEASE_MS = 2 * 60_000;

/**
 * Send what has come to its moment. Every row is marked before its message goes out and again
 * after: killed anywhere between, nothing is sent twice; what nobody knows about is left to the
 * inbox.
 *
 * @param began `performance.now()` when the function began
 * @param first what had come to its moment then
 * @returns null where nothing was due
 */
export async function sendReminders(
  now: Date,
  began: number,
  first: readonly Reminder[],
): Promise<SendReport | null> {
  let due = first;
  if (due.length === 0) return null;
  const run: Run = {
    now,
    claim: randomUUID(),
    templates: messageTemplates(),
    stopped: new Set(),
    isOver: false,
    report: { sent: 0, inboxOnly: 0, withdrawn: 0, postponed: 0 },
  };
  const schools = new Map<string, School>();
  while (due.length > 0 && !run.isOver && performance.now() - began < STOP_AFTER_MS) {
    await leaveUnsure(due, run);
    const awake = await putOff(await knowSchools(due, schools), due, run);
    const batch = onePerPerson(awake);
    const mine = new Set(
      batch.length === 0
        ? []
        : await claimReminders(
            batch.map(({ _id }) => _id),
            run.claim,
            new Date(),
          ),
    );
    await sendBatch(
      batch.filter(({ _id }) => mine.has(_id)),
      run,
    );
    due = await readDueReminders(now);
    // What others are sending just now is not ours to wait for.
    if (due.every((one) => one.status === 'sending')) break;
  }
  return run.report;
}

/** What a run took and was killed over may have gone out: it is never sent again. */
async function leaveUnsure(due: readonly Reminder[], { now, report }: Run): Promise<void> {
  const lost = due.filter(
    ({ status, claimedAt }) =>
      status === 'sending' && now.getTime() - new Date(claimedAt ?? 0).getTime() >= LEASE_MS,
  );
  const byClaim = new Map<string | null, string[]>();
  for (const { _id, claim } of lost) byClaim.set(claim, [...(byClaim.get(claim) ?? []), _id]);
  for (const [claim, ids] of byClaim) {
    const changes = { status: 'inboxOnly', unreached: 'unsure', shownAt: now };
    report.inboxOnly += await changeClaimed(ids, claim, changes);
  }
}

async function knowSchools(
  due: readonly Reminder[],
  known: Map<string, School>,
): Promise<Map<string, School>> {
  const missing = [...new Set(due.map(({ schoolId }) => schoolId))].filter((id) => !known.has(id));
  for (const school of await readByIds<School>('schools', missing)) known.set(school._id, school);
  return known;
}

/** In a school's quiet hours only what cannot wait goes out; the rest waits for their end. */
async function putOff(
  schools: Map<string, School>,
  due: readonly Reminder[],
  { now, report }: Run,
): Promise<Reminder[]> {
  const waiting = due.filter(({ status }) => status === 'due');
  const settingsOf = ({ schoolId }: Reminder) =>
    schools.get(schoolId)?.reminders ?? REMINDER_PRESET;
  const mustWait = (one: Reminder) => !isAtOnce(one.kind) && isQuiet(settingsOf(one), now);
  const quiet = waiting.filter(mustWait);
  for (const schoolId of new Set(quiet.map((one) => one.schoolId))) {
    const own = quiet.filter((one) => one.schoolId === schoolId);
    const [first] = own;
    if (!first) continue;
    const ids = own.map(({ _id }) => _id);
    const dueAt = outOfQuiet(settingsOf(first), now);
    report.postponed += await changeClaimed(ids, null, { dueAt });
  }
  return waiting.filter((one) => !mustWait(one));
}

function onePerPerson(due: readonly Reminder[]): Reminder[] {
  const first = new Map<string, Reminder>();
  for (const reminder of due) {
    if (!first.has(reminder.memberId)) first.set(reminder.memberId, reminder);
  }
  return [...first.values()].slice(0, BATCH);
}
