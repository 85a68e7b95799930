import type { ScopeFilter } from '../../../domain/access/scopes';
import {
  creditIdOf,
  INBOX_PAGE,
  type InboxMark,
  inboxMarkIdOf,
  MAX_UNREACHED,
  type Reminder,
  type ReminderState,
  type SubscribeCredit,
} from '../../../domain/reminder/reminder.schema';
import { command } from '../../kernel/cloud';
import {
  oneOf,
  readByIds,
  readMany,
  readOne,
  scopeCondition,
  updateMany,
} from '../../kernel/database';

/** How many come to their moment at a time; more than a batch, so that each holds many people. */
const DUE_AT_ONCE = 300;

/**
 * What has come to its moment, and what a run took and never finished; longest first. Two questions
 * in the order of an index, so that ten thousand rows that wait are not sorted for each batch.
 */
export async function readDueReminders(now: Date): Promise<Reminder[]> {
  const read = (status: ReminderState) =>
    readMany<Reminder>('reminders', {
      where: { status, dueAt: command.lte(now) },
      orderBy: [['dueAt', 'asc']],
      limit: DUE_AT_ONCE,
    });
  const [sending, due] = await Promise.all([read('sending'), read('due')]);
  return [...sending, ...due];
}

/**
 * Take some for a run. Of two runs at the same moment only one gets each.
 *
 * @returns the ids that are this run's
 */
export async function claimReminders(ids: string[], claim: string, now: Date): Promise<string[]> {
  const changes = { status: 'sending', claim, claimedAt: now };
  const taken = await updateMany('reminders', { _id: oneOf(ids), status: 'due' }, changes);
  if (taken === ids.length) return ids;
  const found = await readByIds<Pick<Reminder, '_id' | 'claim'>>('reminders', ids, ['claim']);
  return found.filter((one) => one.claim === claim).map(({ _id }) => _id);
}

/** Change what a run has taken: nobody else's. */
export const changeClaimed = (
  ids: string[],
  claim: string | null,
  changes: object,
): Promise<number> =>
  ids.length === 0
    ? Promise.resolve(0)
    : updateMany('reminders', { _id: oneOf(ids), claim }, changes);

export const readCredits = (
  pairs: readonly { memberId: string; templateId: string }[],
): Promise<SubscribeCredit[]> =>
  readByIds<SubscribeCredit>('subscribeCredits', [
    ...new Set(pairs.map(({ memberId, templateId }) => creditIdOf(memberId, templateId))),
  ]);

export const spendCredits = (ids: string[]): Promise<number> =>
  ids.length === 0
    ? Promise.resolve(0)
    : updateMany('subscribeCredits', { _id: oneOf(ids) }, { left: command.inc(-1) });

export const clearCredits = (ids: string[]): Promise<number> =>
  ids.length === 0
    ? Promise.resolve(0)
    : updateMany('subscribeCredits', { _id: oneOf(ids) }, { left: 0 });

/** A page of somebody's inbox, newest first; one more than a page shows whether it ends. */
export function readInbox(
  schoolId: string,
  memberId: string,
  before?: { shownAt: Date; id: string },
): Promise<Reminder[]> {
  const own = { schoolId, memberId };
  const where = before
    ? command.and([
        { ...own, shownAt: command.lte(before.shownAt) },
        command.or([{ shownAt: command.lt(before.shownAt) }, { _id: command.lt(before.id) }]),
      ])
    : { ...own, shownAt: command.gt(new Date(0)) };
  return readMany<Reminder>('reminders', {
    where,
    orderBy: [
      ['shownAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: INBOX_PAGE + 1,
  });
}

export const readInboxMark = (schoolId: string, memberId: string): Promise<InboxMark | null> =>
  readOne<InboxMark>('inboxMarks', inboxMarkIdOf(schoolId, memberId));

/** Who got no message about a meeting or a form, within a reach. */
export async function readUnreached(
  schoolId: string,
  aboutId: string,
  filter: ScopeFilter,
): Promise<Reminder[]> {
  const reach = scopeCondition(schoolId, filter);
  if (!reach) return [];
  return readMany<Reminder>('reminders', {
    where: command.and([{ schoolId, aboutId, status: 'inboxOnly' }, reach]),
    orderBy: [['studentId', 'asc']],
    limit: MAX_UNREACHED + 1,
  });
}
