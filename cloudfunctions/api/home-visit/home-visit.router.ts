import {
  CloseHomeVisit,
  HomeVisitById,
  HomeVisitFormOf,
  ListHomeVisits,
  PlanHomeVisit,
  RecordHomeVisit,
  SignOffHomeVisit,
  VoidHomeVisit,
} from '../../../domain/home-visit/home-visit.schema';
import { z } from '../../../domain/schema';
import { procedure, router } from '../procedure';
import { closeHomeVisit } from './close-home-visit';
import { readVisit } from './home-visit.store';
import { presentVisit, subjectOfVisit } from './home-visit-view';
import { listVisitsOfClass, listVisitsOfMentees } from './list-home-visits';
import { listVisitDuties } from './list-visit-duties';
import { openVisitPhotos } from './open-visit-photos';
import { planHomeVisit } from './plan-home-visit';
import { recordHomeVisit } from './record-home-visit';
import { signOffHomeVisit } from './sign-off-home-visit';
import { visitForm } from './visit-form';
import { voidHomeVisit } from './void-home-visit';

export const homeVisitRouter = router({
  list: procedure('homeVisit.read')
    .input(ListHomeVisits)
    .query(({ ctx, input: { classId } }) =>
      classId === undefined ? listVisitsOfMentees(ctx) : listVisitsOfClass(ctx, classId),
    ),

  byId: procedure('homeVisit.read')
    .input(HomeVisitById)
    .query(async ({ ctx, input }) => {
      const visit = await readVisit(input.visitId);
      ctx.access.authorize(subjectOfVisit(visit));
      if (!visit) throw new Error('authorized without a visit');
      return presentVisit(ctx, visit);
    }),

  plan: procedure('homeVisit.record')
    .input(PlanHomeVisit)
    .mutation(({ ctx, input }) => planHomeVisit(ctx, input)),

  record: procedure('homeVisit.record')
    .input(RecordHomeVisit)
    .mutation(({ ctx, input }) => recordHomeVisit(ctx, input)),

  close: procedure('homeVisit.close')
    .input(CloseHomeVisit)
    .mutation(({ ctx, input }) => closeHomeVisit(ctx, input)),

  void: procedure('homeVisit.void')
    .input(VoidHomeVisit)
    .mutation(({ ctx, input }) => voidHomeVisit(ctx, input)),

  signOff: procedure('homeVisit.signOff')
    .input(SignOffHomeVisit)
    .mutation(({ ctx, input }) => signOffHomeVisit(ctx, input)),
});

export const homeVisitFormRouter = router({
  byId: procedure('homeVisit.record')
    .input(HomeVisitFormOf)
    .query(({ ctx, input }) => visitForm(ctx, input)),
});

export const homeVisitDutyRouter = router({
  list: procedure('today.read')
    .input(z.optional(z.strictObject({})))
    .query(({ ctx }) => listVisitDuties(ctx)),
});

export const homeVisitPhotoRouter = router({
  // Opening writes who looked: a mutation, so that no cache repeats it by itself.
  list: procedure('homeVisit.read')
    .input(HomeVisitById)
    .mutation(({ ctx, input }) => openVisitPhotos(ctx, input.visitId)),
});
