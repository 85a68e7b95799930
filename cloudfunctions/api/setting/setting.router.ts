import { z } from '../../../domain/schema';
import { procedure, router } from '../procedure';
import { listSettings } from './list-settings';

export const settingRouter = router({
  list: procedure('setting.read')
    .input(z.optional(z.strictObject({})))
    .query(({ ctx }) => listSettings(ctx)),
});
