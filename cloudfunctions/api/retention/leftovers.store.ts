import { addDays, type Day } from '../../../domain/calendar/day';
import { LEFTOVERS, type LeftoverKind } from '../../../domain/school/leftovers';
import { instantOf } from '../../../domain/school/retention-settings.schema';
import { command } from '../../kernel/cloud';
import type { CollectionName } from '../../kernel/collections';
import { MOST, readMany } from '../../kernel/database';

interface Held {
  collection: CollectionName;
  /** What of it became of no use before a day. */
  older(than: Day): Record<string, unknown>;
}

const ended = (collection: CollectionName): Held => ({
  collection,
  older: (than) => ({ expiresAt: command.lt(instantOf(than)) }),
});

/** Where each lies. */
export const LEFT: Record<LeftoverKind, readonly Held[]> = {
  guardianRequest: [
    {
      collection: 'guardianRequests',
      // One that waits has no such moment, and stays.
      older: (than) => ({ closedAt: command.lt(instantOf(than)) }),
    },
  ],
  rosterImport: [
    {
      collection: 'rosterImports',
      // An import that lay for a while before it was applied can be taken back for longer.
      older: (than) => ({
        createdAt: command.lt(instantOf(than)),
        updatedAt: command.lt(instantOf(than)),
        clearedOn: null,
      }),
    },
  ],
  code: [
    ended('guardianCodes'),
    ended('heartToHeartCodes'),
    ended('interactionCodes'),
    ended('staffInvitations'),
  ],
  reminder: [{ collection: 'reminders', older: (than) => ({ createdOn: command.lt(than) }) }],
  book: [
    {
      collection: 'backups',
      // One that was cut off and never gone on with: its parts lie in storage.
      older: (than) => ({ createdAt: command.lt(instantOf(than)), state: 'running' }),
    },
    { collection: 'madeFiles', older: (than) => ({ clearOn: command.lte(daysKeptAfter(than)) }) },
    {
      collection: 'ledgerArchives',
      older: (than) => ({ endsOn: command.lte(daysKeptAfter(than)) }),
    },
  ],
};

/** Files know their last day themselves: it is that of today again. */
const daysKeptAfter = (than: Day): Day => addDays(than, LEFTOVERS.book.days);

/** Some of what is due of a kind in one of its collections; one request with others. */
export function readLeftovers<T extends { _id: string }>(
  schoolId: string,
  kind: LeftoverKind,
  { collection, older }: Held,
  today: Day,
  options: { limit: number; fields?: string[] },
): Promise<T[]> {
  const than = addDays(today, -LEFTOVERS[kind].days);
  return readMany<T>(collection, { where: { schoolId, ...older(than) }, ...options });
}

/** How much of a kind is due; counted to a thousand in each collection. */
export async function countLeftovers(
  schoolId: string,
  kind: LeftoverKind,
  today: Day,
): Promise<number> {
  const found = await Promise.all(
    LEFT[kind].map((held) =>
      readLeftovers(schoolId, kind, held, today, { limit: MOST, fields: ['_id'] }),
    ),
  );
  return found.flat().length;
}
