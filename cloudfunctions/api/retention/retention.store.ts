import type { Day } from '../../../domain/calendar/day';
import {
  dueBefore,
  instantOf,
  type RetentionKind,
  type RetentionTerms,
} from '../../../domain/school/retention-settings.schema';
import { command } from '../../kernel/cloud';
import type { CollectionName } from '../../kernel/collections';
import { countMany, readMany } from '../../kernel/database';

/** Where a kind of record lies, and which of it is older than a day. */
const HELD: Record<
  RetentionKind,
  { collection: CollectionName; older(than: Day): Record<string, unknown> }
> = {
  student: {
    collection: 'students',
    older: (than) => ({ status: 'left', forgottenOn: null, 'left.on': command.lt(than) }),
  },
  heartToHeartCard: {
    collection: 'heartToHeartCards',
    older: (than) => ({ createdAt: command.lt(instantOf(than)) }),
  },
  audit: { collection: 'audits', older: (than) => ({ at: command.lt(instantOf(than)) }) },
};

/** How much of a kind is due on a day. One request. */
export function countDue(
  schoolId: string,
  kind: RetentionKind,
  terms: RetentionTerms,
  today: Day,
): Promise<number> {
  const { collection, older } = HELD[kind];
  return countMany(collection, { schoolId, ...older(dueBefore(kind, terms, today)) });
}

/** Some of what is due. One request. */
export function readDue<T extends { _id: string }>(
  schoolId: string,
  kind: RetentionKind,
  terms: RetentionTerms,
  today: Day,
  limit: number,
): Promise<T[]> {
  const { collection, older } = HELD[kind];
  return readMany<T>(collection, {
    where: { schoolId, ...older(dueBefore(kind, terms, today)) },
    limit,
  });
}
