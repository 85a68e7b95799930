import type { Day } from '../../../domain/calendar/day';
import {
  type Audience,
  MAX_OPEN_MEASURES,
  TIMELINE_PAGE,
  type TimelineItem,
  type TimelineKind,
} from '../../../domain/timeline/timeline.schema';
import { command } from '../../kernel/cloud';
import { readMany } from '../../kernel/database';

export interface TimelineQuestion {
  schoolId: string;
  studentId: string;
  /** `family` for whom only the shared part is meant; else everything. */
  audience: Audience;
  kind?: TimelineKind | undefined;
  /** Where the page before ended. */
  before?: { at: string; id: string } | undefined;
}

const ownOf = ({ schoolId, studentId, audience, kind }: TimelineQuestion) => ({
  schoolId,
  studentId,
  ...(kind && { kind }),
  ...(audience === 'family' && { audience }),
  voidedAt: null,
});

/** One page, newest first, and one item more if there is a page after it. */
export function readTimeline(question: TimelineQuestion): Promise<TimelineItem[]> {
  const own = ownOf(question);
  const at = question.before && new Date(question.before.at);
  const where = at
    ? command.and([
        // The first bounds the walk along the index, the second settles items of one instant.
        { ...own, at: command.lte(at) },
        command.or([{ at: command.lt(at) }, { _id: command.lt(question.before?.id) }]),
      ])
    : own;
  return readMany<TimelineItem>('timeline', {
    where,
    orderBy: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit: TIMELINE_PAGE + 1,
  });
}

/** What was agreed and still waits, next day first. */
export const readAgreed = (question: TimelineQuestion, since: Day): Promise<TimelineItem[]> =>
  readMany<TimelineItem>('timeline', {
    where: { ...ownOf(question), agreedUntil: command.gte(since) },
    orderBy: [['agreedUntil', 'asc']],
    limit: MAX_OPEN_MEASURES,
  });

/** More than a school writes for a family in nine years. */
const MAX_SHARED = 1000;

/** Everything that is shared with the family, newest first. */
export const readShared = (schoolId: string, studentId: string): Promise<TimelineItem[]> =>
  readMany<TimelineItem>('timeline', {
    where: ownOf({ schoolId, studentId, audience: 'family' }),
    orderBy: [['at', 'desc']],
    limit: MAX_SHARED,
  });
