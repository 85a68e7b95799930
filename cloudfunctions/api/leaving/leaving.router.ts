import {
  AssignDeparture,
  CloseDeparture,
  PlanDeparture,
  RecordDeparture,
} from '../../../domain/leaving/departure.schema';
import {
  AssignEnrolment,
  CloseEnrolment,
  RecordEnrolment,
  VoidLeaving,
} from '../../../domain/leaving/enrolment.schema';
import {
  CloseErasureRequest,
  SubmitErasureRequest,
  VoidErasureRequest,
} from '../../../domain/leaving/erasure-request.schema';
import { z } from '../../../domain/schema';
import { StudentById } from '../../../domain/school/roster.schema';
import { procedure, router } from '../procedure';
import { closeDeparture } from './close-departure';
import { closeErasure } from './close-erasure';
import { assignEnrolment, closeEnrolment, recordEnrolment, voidLeaving } from './enrolment';
import { listErasures, planErasure, submitErasure, voidErasure } from './erasure-requests';
import { listDepartures, planDeparture } from './plan-departure';
import { assignDeparture, recordDeparture } from './record-departure';

const Nothing = z.optional(z.strictObject({}));

/** A teacher leaves. */
const departureRouter = router({
  list: procedure('departure.read')
    .input(Nothing)
    .query(({ ctx }) => listDepartures(ctx)),

  plan: procedure('departure.read')
    .input(PlanDeparture)
    .query(({ ctx, input }) => planDeparture(ctx, input.memberId)),

  record: procedure('departure.record')
    .input(RecordDeparture)
    .mutation(({ ctx, input }) => recordDeparture(ctx, input)),

  assign: procedure('departure.record')
    .input(AssignDeparture)
    .mutation(({ ctx, input }) => assignDeparture(ctx, input)),

  close: procedure('departure.record')
    .input(CloseDeparture)
    .mutation(({ ctx, input }) => closeDeparture(ctx, input.memberId)),
});

/** A student comes, changes class, leaves. */
const enrolmentRouter = router({
  record: procedure('enrolment.record')
    .input(RecordEnrolment)
    .mutation(({ ctx, input }) => recordEnrolment(ctx, input)),

  assign: procedure('enrolment.assign')
    .input(AssignEnrolment)
    .mutation(({ ctx, input }) => assignEnrolment(ctx, input)),

  close: procedure('enrolment.close')
    .input(CloseEnrolment)
    .mutation(({ ctx, input }) => closeEnrolment(ctx, input)),

  void: procedure('enrolment.close')
    .input(VoidLeaving)
    .mutation(({ ctx, input }) => voidLeaving(ctx, input)),
});

/** A guardian's words are erased. */
const erasureRequestRouter = router({
  plan: procedure('erasureRequest.submit')
    .input(StudentById)
    .query(({ ctx, input }) => planErasure(ctx, input.studentId)),

  submit: procedure('erasureRequest.submit')
    .input(SubmitErasureRequest)
    .mutation(({ ctx, input }) => submitErasure(ctx, input)),

  void: procedure('erasureRequest.submit')
    .input(VoidErasureRequest)
    .mutation(({ ctx, input }) => voidErasure(ctx, input)),

  list: procedure('erasureRequest.close')
    .input(Nothing)
    .query(({ ctx }) => listErasures(ctx)),

  close: procedure('erasureRequest.close')
    .input(CloseErasureRequest)
    .mutation(({ ctx, input }) => closeErasure(ctx, input)),
});

export const leavingRouters = {
  departure: departureRouter,
  enrolment: enrolmentRouter,
  erasureRequest: erasureRequestRouter,
};
