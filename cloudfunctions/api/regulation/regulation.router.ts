import { ReviseRegulation } from '../../../domain/regulation/regulation.schema';
import { z } from '../../../domain/schema';
import { procedure, router } from '../procedure';
import { regulationById } from './regulation-view';
import { reviseRegulation } from './revise-regulation';

export const regulationRouter = router({
  byId: procedure('regulation.read')
    .input(z.optional(z.strictObject({})))
    .query(({ ctx }) => regulationById(ctx)),

  revise: procedure('regulation.revise')
    .input(ReviseRegulation)
    .mutation(({ ctx, input }) => reviseRegulation(ctx, input)),
});
