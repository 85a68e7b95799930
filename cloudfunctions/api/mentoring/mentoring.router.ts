import {
  AssignMentorship,
  MentorshipById,
  PlanMentorships,
} from '../../../domain/mentoring/mentorship.schema';
import { z } from '../../../domain/schema';
import { ReviseMentoringSettings } from '../../../domain/school/mentoring-settings.schema';
import { bySeen } from '../../../domain/talk/talk.rules';
import { presentSeen } from '../present-seen';
import { procedure, router } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { assignMentorship } from './assign-mentorship';
import { readMentees, readMentorships } from './mentoring.store';
import { planMentorships } from './plan-mentorships';
import { presentMentoringSettings, reviseMentoringSettings } from './revise-mentoring-settings';

export const menteeRouter = router({
  list: procedure('mentee.read')
    .input(z.optional(z.strictObject({})))
    .query(async ({ ctx }) => {
      const mentees = await readMentees(ctx.school._id, ctx.access.filter());
      return mentees.sort(bySeen).map((student) => presentSeen(ctx, student));
    }),
});

export const mentorshipRouter = router({
  plan: procedure('mentorship.assign')
    .input(PlanMentorships)
    .query(({ ctx, input }) => planMentorships(ctx, input.classId)),

  assign: procedure('mentorship.assign')
    .input(AssignMentorship)
    .mutation(({ ctx, input }) => assignMentorship(ctx, input)),

  byId: procedure('mentorship.read')
    .input(MentorshipById)
    .query(async ({ ctx, input: { studentId } }) => {
      const [student, mentorships] = await Promise.all([
        readStudent(studentId),
        readMentorships(ctx.school._id, studentId),
      ]);
      ctx.access.authorize(subjectOfStudent(student));
      return mentorships.map(({ _id, mentorName, from, until, reason, updatedByName }) => ({
        id: _id,
        mentorName,
        from,
        until,
        reason,
        assignedBy: updatedByName,
      }));
    }),
});

export const mentoringSettingRouter = router({
  list: procedure('mentoringSetting.revise').query(({ ctx }) => {
    ctx.access.authorize({ schoolId: ctx.school._id });
    return presentMentoringSettings(ctx.school);
  }),

  revise: procedure('mentoringSetting.revise')
    .input(ReviseMentoringSettings)
    .mutation(({ ctx, input }) => reviseMentoringSettings(ctx, input)),
});
