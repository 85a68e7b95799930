import { staffPostings } from '../../../domain/access/staff';
import { z } from '../../../domain/schema';
import { AssignStaff, ReviseStaff, StaffById } from '../../../domain/staff/staff.schema';
import { readMember, readStaff, readStaffRecordsOf } from '../members.store';
import { procedure, router } from '../procedure';
import { readClasses } from '../roster.store';
import { assignStaff } from './assign-staff';
import { reviseStaff } from './revise-staff';
import { presentMember, presentStaff } from './staff-view';

export const staffRouter = router({
  list: procedure('staff.read')
    .input(z.optional(z.strictObject({})))
    .query(async ({ ctx }) => {
      ctx.access.authorize({ schoolId: ctx.school._id });
      const [members, classes] = await Promise.all([
        readStaff(ctx.school._id),
        readClasses(ctx.school._id, 'everything'),
      ]);
      return presentStaff(ctx, members, classes);
    }),

  byId: procedure('staff.read')
    .input(StaffById)
    .query(async ({ ctx, input: { memberId } }) => {
      const { _id: schoolId } = ctx.school;
      const [member, records] = await Promise.all([
        readMember(memberId),
        readStaffRecordsOf(schoolId, memberId),
      ]);
      const isStaff = member !== null && staffPostings(member, schoolId).length > 0;
      ctx.access.authorize(isStaff ? { schoolId } : null);
      if (!member) throw new Error('authorized without a member');
      return presentMember(ctx, member, records[0]);
    }),

  revise: procedure('staff.revise')
    .input(ReviseStaff)
    .mutation(({ ctx, input }) => reviseStaff(ctx, input)),

  assign: procedure('staff.assign')
    .input(AssignStaff)
    .mutation(({ ctx, input }) => assignStaff(ctx, input)),
});
