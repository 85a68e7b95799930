import { SetUpCode, SetUpSchool } from '../../../domain/first-run/first-run.schema';
import { publicProcedure, router } from '../procedure';
import { proposeSchool } from './propose-school';
import { recordSchool } from './record-school';
import { admitByCode } from './set-up-code';

export const setUpRouter = router({
  // A wrong code is counted, so this is no query.
  byId: publicProcedure('school.record')
    .input(SetUpCode)
    .mutation(async ({ ctx, input }) => {
      await admitByCode(ctx, input);
      return proposeSchool(ctx.today);
    }),

  record: publicProcedure('school.record')
    .input(SetUpSchool)
    .mutation(({ ctx, input }) => recordSchool(ctx, input)),
});
