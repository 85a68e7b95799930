import { AppError, type ErrorCode } from '../../domain/errors';
import { countOne, isUsedUp } from '../kernel/rate-limit';
import { inTransaction } from '../kernel/transaction';
import type { Passer } from './procedure';

/**
 * Where a code is asked for: wrong ones are counted by phone and answered alike. Right ones are
 * free: a whole class may hand in on one tablet.
 */
export interface Door {
  name: string;
  /** Wrong tries of one phone within an hour. */
  max: number;
  refusal: ErrorCode;
}

const triesOf = ({ name, max }: Door, { openid }: Passer) => ({
  key: `${name}~${openid}`,
  max,
  hours: 1,
});

/** Count a wrong try. @throws with the one answer that all of them get */
export async function refuseCode(ctx: Passer, door: Door): Promise<never> {
  const isCounted = await inTransaction((tx) => countOne(tx, triesOf(door, ctx), ctx.now));
  throw new AppError(isCounted ? door.refusal : 'tooManyTries');
}

/** @throws before anything is looked up, so that guessing on learns nothing */
export async function refuseGuessing(ctx: Passer, door: Door): Promise<void> {
  if (await isUsedUp(triesOf(door, ctx), ctx.now)) throw new AppError('tooManyTries');
}
