import type { ScopeFilter } from '../../../domain/access/scopes';
import type { Day } from '../../../domain/calendar/day';
import { MAX_CLASSES } from '../../../domain/school/roster.schema';
import {
  SUMMARY_PAGE,
  type Summary,
  type SummaryCard,
  summaryIdOf,
} from '../../../domain/summary/summary.schema';
import type { TimelineItem } from '../../../domain/timeline/timeline.schema';
import { command } from '../../kernel/cloud';
import { oneOf, readMany, readOne, scopeCondition } from '../../kernel/database';
import type { Transaction } from '../../kernel/transaction';

export const readSummary = (summaryId: string): Promise<Summary | null> =>
  readOne<Summary>('summaries', summaryId);

export const readCard = (token: string): Promise<SummaryCard | null> =>
  readOne<SummaryCard>('summaryCards', token);

/** What a list shows of a summary; its rows stay where they are. */
const LISTED = [
  ...['level', 'placeId', 'placeLabel', 'classId', 'divisionId', 'periodKind', 'periodLabel'],
  ...['to', 'version', 'signedAt', 'signedByName', 'schoolId'],
];

export type ListedSummary = Pick<
  Summary,
  | '_id'
  | 'level'
  | 'placeLabel'
  | 'periodKind'
  | 'periodLabel'
  | 'to'
  | 'version'
  | 'signedAt'
  | 'signedByName'
>;

/** The summaries of a place that stand, newest first; one more than a page shows whether it ends. */
export function readSummariesOf(
  schoolId: string,
  placeId: string,
  before?: { to: Day; id: string },
): Promise<ListedSummary[]> {
  const standing = { schoolId, placeId, replacedBy: null };
  const where = before
    ? command.and([
        { ...standing, to: command.lte(before.to) },
        command.or([{ to: command.lt(before.to) }, { _id: command.lt(before.id) }]),
      ])
    : standing;
  return readMany<ListedSummary>('summaries', {
    where,
    orderBy: [
      ['to', 'desc'],
      ['_id', 'desc'],
    ],
    fields: LISTED,
    limit: SUMMARY_PAGE + 1,
  });
}

/** The summaries of a level in a period that stand, within a reach. */
export async function readLevel(
  schoolId: string,
  level: Summary['level'],
  periodId: string,
  reach: ScopeFilter,
): Promise<Summary[]> {
  const within = scopeCondition(schoolId, reach);
  if (!within) return [];
  return readMany<Summary>('summaries', {
    where: command.and([within, { level, periodId, replacedBy: null }]),
    limit: MAX_CLASSES,
  });
}

/** Weeks and months of a term together are fewer than this. */
const MAX_OF_TERM = 40;

/** What stands of some places since a day, newest first: months for a term, weeks for a trend. */
export const readSince = (
  schoolId: string,
  placeIds: readonly string[],
  from: Day,
): Promise<Summary[]> =>
  placeIds.length === 0
    ? Promise.resolve([])
    : readMany<Summary>('summaries', {
        where: {
          schoolId,
          placeId: oneOf(placeIds),
          replacedBy: null,
          to: command.gte(from),
        },
        orderBy: [['to', 'desc']],
        limit: MAX_OF_TERM * placeIds.length,
      });

const MAX_OF_CHILDREN = 200;

/** What the school has shared with the families of these students between two days. */
export const readSharedWork = (
  schoolId: string,
  studentIds: readonly string[],
  { from, to }: { from: Day; to: Day },
): Promise<TimelineItem[]> =>
  studentIds.length === 0
    ? Promise.resolve([])
    : readMany<TimelineItem>('timeline', {
        where: {
          schoolId,
          studentId: oneOf(studentIds),
          audience: 'family',
          at: command.and([
            command.gte(new Date(`${from}T00:00:00+08:00`)),
            command.lte(new Date(`${to}T23:59:59+08:00`)),
          ]),
        },
        limit: MAX_OF_CHILDREN,
      });

/** The version that stands, within a transaction; null when the place has none of the period. */
export async function standingVersion(
  tx: Transaction,
  periodId: string,
  placeId: string,
): Promise<Summary | null> {
  let found = await tx.get<Summary>('summaries', summaryIdOf(periodId, placeId, 1));
  while (found?.replacedBy) {
    found = await tx.get<Summary>('summaries', summaryIdOf(periodId, placeId, found.replacedBy));
  }
  return found;
}
