import {
  INBOX_PAGE,
  type ListReminders,
  REMINDER_KINDS,
  type Reminder,
} from '../../../domain/reminder/reminder.schema';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { readInbox, readInboxMark } from './reminder.store';

const presentReminder = ({ _id, kind, lines, shownAt, status }: Reminder, readUntil: Date) => ({
  id: _id,
  isDigest: kind === 'digest',
  lines: lines.map((line) => ({
    label: REMINDER_KINDS[line.kind].label,
    text: line.text,
    page: line.page,
  })),
  shownAt: new Date(shownAt ?? 0).toISOString(),
  wasSent: status === 'sent',
  isNew: new Date(shownAt ?? 0) > readUntil,
});

/** One's own inbox, newest first: everything that came, whether a message could be sent or not. */
export async function listReminders(ctx: Caller, { before }: z.infer<typeof ListReminders>) {
  const { school, member, access } = ctx;
  access.authorize({ schoolId: school._id, memberId: member._id });
  const older = before && { shownAt: new Date(before.shownAt), id: before.id };
  const [found, mark] = await Promise.all([
    readInbox(school._id, member._id, older),
    readInboxMark(school._id, member._id),
  ]);
  const readUntil = new Date(mark?.readUntil ?? 0);
  const reminders = found.slice(0, INBOX_PAGE).map((one) => presentReminder(one, readUntil));
  const last = reminders.at(-1);
  return {
    reminders,
    /** Among these; the first page has the newest. */
    fresh: reminders.filter(({ isNew }) => isNew).length,
    next: found.length > INBOX_PAGE && last ? { shownAt: last.shownAt, id: last.id } : null,
  };
}
