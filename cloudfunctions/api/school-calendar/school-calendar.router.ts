import { ReviseSchoolCalendar } from '../../../domain/calendar/school-calendar.schema';
import { z } from '../../../domain/schema';
import { procedure, router } from '../procedure';
import { presentCalendar, reviseSchoolCalendar } from './revise-school-calendar';

export const schoolCalendarRouter = router({
  byId: procedure('schoolCalendar.read')
    .input(z.optional(z.strictObject({})))
    .query(({ ctx }) => {
      const { school, member, access } = ctx;
      access.authorize({ schoolId: school._id, memberId: member._id });
      return {
        ...presentCalendar(school),
        may: { revise: access.may('schoolCalendar.revise', { schoolId: school._id }) },
      };
    }),

  revise: procedure('schoolCalendar.revise')
    .input(ReviseSchoolCalendar)
    .mutation(({ ctx, input }) => reviseSchoolCalendar(ctx, input)),
});
