import * as z from 'zod/mini';
import type { Posting } from '../access/roles';
import type { Day } from '../calendar/day';
import { id, requiredText, revision, type Stored, writeId } from '../schema';

/** What somebody who leaves may have in hand, in the order in which it is handed over. */
export const HANDED_OVER = {
  homeroom: '班主任的班',
  subjects: '任教的班',
  mentees: '受导学生',
  resolutions: '没有完成的决议',
  cases: '包靠的个案',
  meetings: '还没有开的会',
  visits: '计划中的家访',
} as const;
export type HandedOver = keyof typeof HANDED_OVER;
export const HANDED_OVER_KINDS = Object.keys(HANDED_OVER) as HandedOver[];

/** Without a successor these end with the departure; the others wait for one. */
export const ENDS_WITHOUT: readonly HandedOver[] = ['mentees', 'cases'];

export interface Successor {
  id: string;
  name: string;
}
export type Successors = Record<HandedOver, Successor | null>;

/**
 * A teacher has left: what they held, who takes it on, and what still waits. Rights ended in the
 * transaction that wrote it; the rest follows in small ones. `_id` is the write that made it.
 */
export interface Departure extends Stored {
  memberId: string;
  memberName: string;
  on: Day;
  reason: string;
  /** Every posting of this school that ended. */
  postings: Posting[];
  successors: Successors;
  /** What is not handed over yet. */
  waiting: HandedOver[];
  isOpen: boolean;
  lastWriteId: string;
}

/** Documents of one kind that one transaction hands over. */
export const HANDED_AT_ONCE = 10;
export const MAX_DEPARTURES = 40;
export const MAX_REASON = 100;

const successors = () =>
  z.strictObject({
    homeroom: z.nullable(id('接任的老师')),
    subjects: z.nullable(id('接任的老师')),
    mentees: z.nullable(id('接任的老师')),
    resolutions: z.nullable(id('接任的老师')),
    cases: z.nullable(id('接任的老师')),
    meetings: z.nullable(id('接任的老师')),
    // A phone of the release before does not know it.
    visits: z.optional(z.nullable(id('接任的老师'))),
  });

/** null: 以后再定. */
export type ChosenSuccessors = z.infer<ReturnType<typeof successors>>;

export const PlanDeparture = z.strictObject({ memberId: id('老师') });

export const RecordDeparture = z.strictObject({
  memberId: id('老师'),
  rev: revision(),
  writeId: writeId(),
  reason: requiredText('离校的原因', MAX_REASON),
  successors: successors(),
});

/** Who takes on what still waits. */
export const AssignDeparture = z.strictObject({
  memberId: id('老师'),
  rev: revision(),
  writeId: writeId(),
  successors: successors(),
});

/** The next piece of the handover; called until nothing moves any more. */
export const CloseDeparture = z.strictObject({ memberId: id('老师') });
