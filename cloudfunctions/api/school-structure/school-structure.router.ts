import { z } from '../../../domain/schema';
import {
  AssignSchoolClass,
  CloseSchoolClass,
  RecordSchoolClasses,
  RevisePhoneJoining,
  ReviseSchool,
} from '../../../domain/school/structure.schema';
import { procedure, router } from '../procedure';
import { readClasses } from '../roster.store';
import { assignClass } from './assign-class';
import { closeClass } from './close-class';
import { recordClasses } from './record-classes';
import { revisePhoneJoining } from './revise-phone-joining';
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

/** Read with the invitations, which it opens another way in for. */
export const phoneJoiningRouter = router({
  revise: procedure('phoneJoining.revise')
    .input(RevisePhoneJoining)
    .mutation(({ ctx, input }) => revisePhoneJoining(ctx, input)),
});

export const schoolClassRouter = router({
  record: procedure('schoolClass.record')
    .input(RecordSchoolClasses)
    .mutation(({ ctx, input }) => recordClasses(ctx, input)),

  assign: procedure('schoolClass.assign')
    .input(AssignSchoolClass)
    .mutation(({ ctx, input }) => assignClass(ctx, input)),

  close: procedure('schoolClass.close')
    .input(CloseSchoolClass)
    .mutation(({ ctx, input }) => closeClass(ctx, input)),
});
