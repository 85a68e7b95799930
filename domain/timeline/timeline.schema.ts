import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import { id } from '../schema';

/** What may stand in a student's file. */
export const TIMELINE_KINDS = {
  talk: '面谈',
  homeVisit: '家访',
  interactionRecord: '互动表',
  heartToHeartCard: '连心卡',
  attentionCase: '特别关注',
  screeningFinding: '排查',
  peerPairing: '手牵手',
  consultation: '会商',
  resolution: '决议',
} as const;

export type TimelineKind = keyof typeof TIMELINE_KINDS;

/**
 * Who sees an item: `family` is what the school shares with the guardians, `staff` is for the
 * student's teachers. A sealed item carries neither title nor excerpt; its presence is shown, and
 * whom to ask.
 */
export type Audience = 'family' | 'staff';

/**
 * One line of a student's file: an index written in the same transaction as the record, so that
 * the file, "last seen" and the digest are one indexed query each.
 */
export interface TimelineItem {
  /** `<kind>~<refId>`, and `~<studentId>` where one record concerns several students. */
  _id: string;
  schemaVersion: number;
  schoolId: string;
  studentId: string;
  classId: string;
  divisionId: string;
  at: Date;
  kind: TimelineKind;
  refId: string;
  /** Of a meeting, where it belongs: its page asks for both in one call. */
  placeId?: string;
  title: string;
  excerpt: string;
  isSealed: boolean;
  /** Where a sealed item's words are opened with a reason; null where no reader ever may. */
  noteId: string | null;
  audience: Audience;
  /** What was agreed and is still open; null once nothing waits. Pinned on top of the file. */
  agreed: string | null;
  /** Until when; what is overdue for long is history (OPEN_FOR_DAYS). */
  agreedUntil: Day | null;
  by: string;
  byName: string;
  voidedAt: Date | null;
}

export const MAX_EXCERPT = 120;
export const TIMELINE_PAGE = 20;
export const MAX_OPEN_MEASURES = 10;
/** How long after its day an agreed thing still stands on top of the file. */
export const OPEN_FOR_DAYS = 30;

/** Composed of ids, so it may be longer than one. */
const timelineItemId = () =>
  z.string().check(z.regex(/^[A-Za-z0-9_~-]{1,250}$/, { error: '请回到最上面再看一次。' }));

/** A page older than `before` (the `at` and id of the last item shown), newest first. */
export const ListTimeline = z.strictObject({
  studentId: id('学生'),
  kind: z.optional(z.enum(Object.keys(TIMELINE_KINDS) as [TimelineKind, ...TimelineKind[]])),
  before: z.optional(z.strictObject({ at: z.iso.datetime(), id: timelineItemId() })),
});
