import { type Day, dayOf } from '../calendar/day';
import { momentOf, outOfQuiet, type ReminderSettings } from '../school/reminder-settings.schema';
import { ABOUT_NOBODY, type Due } from './due';
import { type FieldValue, formatField } from './message-field';
import {
  type AtOnceKind,
  type OwnKind,
  REMINDER_KINDS,
  type Reminder,
  type ReminderKind,
  type ReminderLine,
} from './reminder.schema';
import type { MessageTemplate } from './templates';

const isOwn = (kind: ReminderKind): kind is OwnKind => REMINDER_KINDS[kind].way === 'own';

/** What goes out whatever the hour. */
export const isAtOnce = (kind: Reminder['kind']): kind is AtOnceKind =>
  kind !== 'digest' && REMINDER_KINDS[kind].way === 'atOnce';

/** A digest says so many things in full; the rest are counted. */
const MAX_LINES = 20;

interface Stamping {
  now: Date;
  schoolId: string;
  schemaVersion: number;
  nameOf(memberId: string): string;
}

interface Making extends Stamping {
  settings: ReminderSettings;
}

type Planned = Pick<
  Reminder,
  '_id' | 'memberId' | 'kind' | 'template' | 'parts' | 'lines' | 'dueAt' | 'until'
> & { about: Due['about'] };

function stored({ about, ...planned }: Planned, making: Stamping): Reminder {
  const { now, schoolId, schemaVersion, nameOf } = making;
  return {
    ...planned,
    ...about,
    schemaVersion,
    schoolId,
    memberName: nameOf(planned.memberId),
    status: 'due',
    claim: null,
    claimedAt: null,
    shownAt: null,
    unreached: null,
    createdAt: now,
    createdOn: dayOf(now),
  };
}

const lineOf = ({ kind, text, page, checks }: Due): ReminderLine => ({ kind, text, page, checks });

/** At its moment, or in the morning; never before now, and never in quiet hours. */
function momentFor(at: Date | null, { now, settings }: Making): Date {
  const wanted = at ?? momentOf(dayOf(now), settings.digestAt);
  return outOfQuiet(settings, new Date(Math.max(wanted.getTime(), now.getTime())));
}

const idOf = ({ kind, subjectId, dueOn, memberId }: Due): string =>
  `${kind}~${subjectId}~${dueOn}~${memberId}`;

/** What cannot wait, to be written beside the thing itself; no quiet hours hold it back. */
export function reminderAtOnce(due: Due & { kind: AtOnceKind }, making: Stamping): Reminder {
  const { kind, memberId, parts, until, about } = due;
  const { template } = REMINDER_KINDS[kind];
  const dueAt = making.now;
  const planned = { memberId, kind, template, parts, lines: [lineOf(due)], dueAt, until, about };
  return stored({ _id: idOf(due), ...planned }, making);
}

function ownReminder(due: Due & { kind: OwnKind }, making: Making): Reminder | null {
  const { kind, memberId, parts, until, about } = due;
  const dueAt = momentFor(due.at, making);
  if (until !== null && dueAt >= until) return null;
  const { template } = REMINDER_KINDS[kind];
  return stored(
    {
      _id: idOf(due),
      ...{ memberId, kind, template, parts, lines: [lineOf(due)], dueAt, until, about },
    },
    making,
  );
}

function digestOf(memberId: string, dues: readonly Due[], today: Day, making: Making): Reminder {
  return stored(
    {
      _id: `digest~${making.schoolId}~${today}~${memberId}`,
      memberId,
      kind: 'digest',
      template: 'todo',
      parts: {},
      lines: dues.slice(0, MAX_LINES).map(lineOf),
      dueAt: momentFor(null, making),
      until: null,
      about: ABOUT_NOBODY,
    },
    making,
  );
}

/**
 * What is due today, as reminders: the large things each for itself, the small ones of a person
 * together, one message a day. The same things always make the same ids.
 */
export function remindersOf(dues: readonly Due[], today: Day, making: Making): Reminder[] {
  const reminders: Reminder[] = [];
  const small = new Map<string, Due[]>();
  for (const due of dues) {
    const { kind, memberId } = due;
    if (isOwn(kind)) {
      const reminder = ownReminder({ ...due, kind }, making);
      if (reminder) reminders.push(reminder);
    } else small.set(memberId, [...(small.get(memberId) ?? []), due]);
  }
  for (const [memberId, own] of small) reminders.push(digestOf(memberId, own, today, making));
  return reminders;
}

/** What a line is about: said in other words, or of a document that has changed since, it is another. */
const aboutOf = ({ kind, page, checks }: ReminderLine): string =>
  JSON.stringify([kind, page, checks.map(({ collection, id, mark }) => [collection, id, mark])]);

/** The lines of `more` that are in none of the others. */
const linesBeside = (more: readonly ReminderLine[], known: readonly ReminderLine[]) => {
  const there = new Set(known.map(aboutOf));
  return more.filter((line) => !there.has(aboutOf(line)));
};

/** What became of a digest of today that was made an hour ago or earlier. */
type Known = Pick<Reminder, '_id' | 'status' | 'lines'>;

/** The small things that came up after the day's message went out: for the inbox alone. */
const afterwardsIdOf = (digestId: string): string => `${digestId}~more`;

export const knownIdsOf = (reminders: readonly Reminder[]): string[] =>
  reminders.flatMap(({ _id, kind }) => (kind === 'digest' ? [_id, afterwardsIdOf(_id)] : [_id]));

/** Rows to be added, and rows whose lines grow. */
export interface Additions {
  fresh: Reminder[];
  longer: { id: string; status: Reminder['status']; lines: ReminderLine[] }[];
}

/**
 * What is new since the last hour. A large thing is said once. A small one joins the digest of the
 * day while that waits; once it has gone out, what comes up stands in a second row of the inbox,
 * without a message.
 */
export function additionsOf(
  reminders: readonly Reminder[],
  known: ReadonlyMap<string, Known>,
  now: Date,
): Additions {
  const found: Additions = { fresh: [], longer: [] };
  for (const reminder of reminders) {
    const first = known.get(reminder._id);
    if (!first) found.fresh.push(reminder);
    // A run is sending it just now: the next hour sees how that ended.
    if (!first || reminder.kind !== 'digest' || first.status === 'sending') continue;
    const id = afterwardsIdOf(reminder._id);
    const second = known.get(id);
    const lines = linesBeside(reminder.lines, [...first.lines, ...(second?.lines ?? [])]);
    const row = first.status === 'due' ? first : second;
    if (lines.length === 0) continue;
    if (row) {
      const all = [...row.lines, ...lines].slice(0, MAX_LINES);
      // Filled to the brim it says no more: the pages themselves show all.
      if (all.length > row.lines.length) {
        found.longer.push({ id: row._id, status: row.status, lines: all });
      }
    } else {
      found.fresh.push({ ...reminder, _id: id, lines, status: 'inboxOnly', shownAt: now });
    }
  }
  return found;
}

/** What a message says: no child's name, no group; only what kind of thing waits, and how many. */
function partsOf({ kind, parts, lines }: Reminder, now: Date): Record<string, FieldValue> {
  if (kind !== 'digest') return parts;
  const labels = [...new Set(lines.map((line) => REMINDER_KINDS[line.kind].label))];
  return {
    what: labels.join('、'),
    count: lines.length,
    on: dayOf(now),
    note: '点开查看，一件一件来就好',
  };
}

/** The `data` of a message, each field in the form that its type allows. */
export function messageData(
  reminder: Reminder,
  template: MessageTemplate,
  now: Date,
): Record<string, { value: string }> {
  const parts = partsOf(reminder, now);
  return Object.fromEntries(
    Object.entries(template.keys).map(([part, key]) => [
      key,
      { value: formatField(key, parts[part] ?? '') },
    ]),
  );
}

/** Where a message leads: to the thing itself, or to the list of several. */
export const messagePage = ({ lines }: Pick<Reminder, 'lines'>): string =>
  lines.length === 1 && lines[0] ? lines[0].page : 'pages/reminder/inbox/index';
