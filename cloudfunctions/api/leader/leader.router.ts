import { z } from '../../../domain/schema';
import { procedure, router } from '../procedure';
import { listProgress } from './list-progress';

export const leaderRouter = router({
  list: procedure('leader.read')
    .input(z.optional(z.strictObject({})))
    .query(({ ctx }) => listProgress(ctx)),
});
