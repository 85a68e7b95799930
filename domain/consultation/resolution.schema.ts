import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import { day } from '../calendar/school-calendar.schema';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';

export const RESOLUTION_STATES = {
  open: '进行中',
  done: '已完成',
  ended: '会上决定不再做',
} as const;
export type ResolutionState = keyof typeof RESOLUTION_STATES;

/** Something that was said about a resolution on its way: progress, a meeting's word, a check, another owner. */
export interface ResolutionStep {
  kind: 'progress' | 'done' | 'late' | 'carriedOver' | 'ended' | 'check' | 'handedOver';
  words: string;
  /** The new day that a meeting set. */
  dueOn: Day | null;
  /** Of a check: whether it goes well. */
  isOnTrack: boolean | null;
  /** The meeting in which it was said; null for what was said outside one. */
  consultationId: string | null;
  memberId: string;
  byName: string;
  at: Date;
}

/** What a meeting decided: who does what until when. Only a meeting changes it (S3-161, S3-162). */
export interface Resolution extends Stored {
  /** The meeting that decided it; its id is that of the item that it was. */
  consultationId: string;
  placeId: string;
  placeLabel: string;
  classId: string | null;
  divisionId: string | null;
  student: { _id: string; name: string } | null;
  what: string;
  ownerId: string;
  ownerName: string;
  helperIds: string[];
  helperNames: string[];
  /** Its own owner and helpers: who may report. */
  memberIds: string[];
  decidedOn: Day;
  dueOn: Day;
  state: ResolutionState;
  isOpen: boolean;
  steps: ResolutionStep[];
  lastCheckOn: Day | null;
  lastWriteId: string;
}

export const MAX_STEPS = 40;
/** Room for what two meetings decide that say as much as they may. */
export const MAX_OPEN_RESOLUTIONS = 240;
export const RESOLUTION_PAGE = 30;

const edit = { resolutionId: id('决议'), rev: revision(), writeId: writeId() };

/** Progress, or that it is done, in the owner's words. */
export const RecordProgress = z.strictObject({
  ...edit,
  isDone: z.boolean(),
  words: requiredText('进展', 300),
});

/** What a later meeting says of it: done, late with the reason and a new day, carried over, ended. */
export const ReviewResolution = z
  .strictObject({
    ...edit,
    consultationId: id('会商'),
    verdict: z.enum(['done', 'late', 'carriedOver', 'ended'], { error: '请选这条决议怎么样了。' }),
    words: text('说明', 300),
    dueOn: z.nullable(day('新的完成日期')),
  })
  .check(
    z.refine(({ verdict, words }) => verdict === 'done' || words !== '', {
      error: '请写明原因。',
      path: ['words'],
    }),
    z.refine(({ verdict, dueOn }) => !['late', 'carriedOver'].includes(verdict) || dueOn !== null, {
      error: '请选新的完成日期。',
      path: ['dueOn'],
    }),
  );

/** The vice principal's weekly check: a mark and a word. */
export const CheckResolution = z.strictObject({
  ...edit,
  isOnTrack: z.boolean(),
  words: text('检查意见', 200),
});

/** The weekly check of a division in which nothing waits to be looked at. */
export const RecordCheck = z.strictObject({ divisionId: id('级部'), writeId: writeId() });

/**
 * `mine`: one's own; `late`: what is over its day, within reach; `all`: what is open, within reach,
 * of all or of one division.
 */
export const ListResolutions = z.strictObject({
  of: z.enum(['mine', 'late', 'all']),
  divisionId: z.optional(id('级部')),
  before: z.optional(z.strictObject({ dueOn: day('日期'), id: id('决议') })),
});
