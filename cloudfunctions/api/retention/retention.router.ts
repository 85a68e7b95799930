import { RetentionById, ReviseRetention } from '../../../domain/school/retention-settings.schema';
import { procedure, router } from '../procedure';
import { reviseRetention } from './revise-retention';
import { showRetention } from './show-retention';

export const retentionRouter = router({
  byId: procedure('retention.revise')
    .input(RetentionById)
    .query(({ ctx, input }) => showRetention(ctx, input.tried)),

  revise: procedure('retention.revise')
    .input(ReviseRetention)
    .mutation(({ ctx, input }) => reviseRetention(ctx, input)),
});
