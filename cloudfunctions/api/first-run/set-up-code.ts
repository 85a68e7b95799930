import { AppError } from '../../../domain/errors';
import { MIN_SET_UP_CODE, plainCode, type SetUp } from '../../../domain/first-run/first-run.schema';
import { readOne } from '../../kernel/database';
import { type Allowance, countOne, isUsedUp } from '../../kernel/rate-limit';
import { shortCode } from '../../kernel/short-code';
import { inTransaction } from '../../kernel/transaction';
import type { Passer } from '../procedure';

const triesOf = (openid: string): Allowance => ({ key: `setUpTry~${openid}`, max: 10, hours: 1 });

/** Which document says that a code was used; long enough that no two codes share one. */
export const setUpIdOf = (code: string): string => shortCode(`set-up ${plainCode(code)}`, 16);

/** The code that whoever deployed this has set (SETUP_CODE), unless anybody could guess it. */
function codeThatIsSet(): string | null {
  const code = plainCode(process.env.SETUP_CODE ?? '');
  return code.length < MIN_SET_UP_CODE ? null : code;
}

/**
 * Refuse any code but the one that is set and not yet used; wrong ones are counted for each phone.
 *
 * @param writeId the write that may have used it: sending it again is not refused
 */
export async function admitByCode(
  ctx: Passer,
  { code, writeId }: { code: string; writeId?: string },
): Promise<void> {
  const [isGuessing, setUp] = await Promise.all([
    isUsedUp(triesOf(ctx.openid), ctx.now),
    readOne<SetUp>('setUps', setUpIdOf(code)),
  ]);
  if (isGuessing) throw new AppError('tooManyTries');
  const right = codeThatIsSet();
  // Ids are digests: comparing them tells nothing about how much of a code was right.
  const isRight = right !== null && setUpIdOf(right) === setUpIdOf(code);
  const isSpent = setUp !== null && (setUp.writeId !== writeId || setUp.usedBy !== ctx.openid);
  if (isRight && !isSpent) return;
  const isCounted = await inTransaction((tx) => countOne(tx, triesOf(ctx.openid), ctx.now));
  throw new AppError(isCounted ? 'setUpRefused' : 'tooManyTries');
}
