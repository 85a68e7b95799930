import { z } from '../../../domain/schema';
import { procedure, router } from '../procedure';
import { listToday } from './list-today';

export const todayRouter = router({
  list: procedure('today.read')
    .input(z.optional(z.strictObject({})))
    .query(({ ctx }) => listToday(ctx)),
});
