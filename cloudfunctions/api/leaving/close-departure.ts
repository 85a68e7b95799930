import { nextToHandOver } from '../../../domain/leaving/departure.rules';
import type { Departure, HandedOver } from '../../../domain/leaving/departure.schema';
import { changedStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { departureOf } from './departure-of';
import { type HandOver, handOverCases, handOverMentees } from './hand-over-children';
import { handOverHomeroom, handOverSubjects } from './hand-over-classes';
import { handOverMeetings, handOverResolutions } from './hand-over-meetings';
import { handOverVisits } from './hand-over-visits';

/** Each hands over a few and says whether that was all; doing it again finds nothing left. */
const HAND_OVER: Record<HandedOver, HandOver> = {
  homeroom: handOverHomeroom,
  subjects: handOverSubjects,
  mentees: handOverMentees,
  resolutions: handOverResolutions,
  cases: handOverCases,
  meetings: handOverMeetings,
  visits: handOverVisits,
};

/** Take a kind off what waits; somebody may have done so meanwhile. */
const finish = (ctx: Caller, departureId: string, kind: HandedOver): Promise<Departure> =>
  inTransaction(async (tx) => {
    const before = await tx.get<Departure>('departures', departureId);
    if (!before) throw new Error('handing over for nobody');
    if (!before.waiting.includes(kind)) return before;
    const waiting = before.waiting.filter((one) => one !== kind);
    const after = {
      ...before,
      ...changedStamps(before, ctx),
      ...{ waiting, isOpen: waiting.length > 0 },
    };
    await tx.put('departures', after);
    return after;
  });

/**
 * The next piece of a handover. The phone asks until `isMoving` is false; a handover that was cut
 * off goes on where it stood, whoever asks next.
 */
export async function closeDeparture(ctx: Caller, memberId: string) {
  const { departure, why } = await departureOf(ctx, memberId);
  const kind = nextToHandOver(departure);
  if (!kind) return { isMoving: false, waiting: departure.waiting };
  const isAll = await HAND_OVER[kind](ctx, departure, why);
  const after = isAll ? await finish(ctx, departure._id, kind) : departure;
  return { isMoving: nextToHandOver(after) !== null, waiting: after.waiting };
}
