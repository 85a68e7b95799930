import { z } from '../../../domain/schema';
import {
  CloseSchoolClass,
  RecordSchoolClasses,
  ReviseSchool,
} from '../../../domain/school/structure.schema';
import { procedure, router } from '../procedure';
import { readClasses } from '../roster.store';
import { closeClass } from './close-class';
import { recordClasses } from './record-classes';
import { reviseSchool } from './revise-school';
import { presentSchool } from './school-view';

export const schoolRouter = router({
  byId: procedure('school.read')
    .input(z.optional(z.strictObject({})))
    .query(async ({ ctx }) => {
      ctx.access.authorize({ schoolId: ctx.school._id });
      const all = { withClosed: true };
      return presentSchool(ctx, await readClasses(ctx.school._id, 'everything', all));
    }),

  revise: procedure('school.revise')
    .input(ReviseSchool)
    .mutation(({ ctx, input }) => reviseSchool(ctx, input)),
});

export const schoolClassRouter = router({
  record: procedure('schoolClass.record')
    .input(RecordSchoolClasses)
    .mutation(({ ctx, input }) => recordClasses(ctx, input)),

  close: procedure('schoolClass.close')
    .input(CloseSchoolClass)
    .mutation(({ ctx, input }) => closeClass(ctx, input)),
});
